import { z } from 'zod';
import type { ConferenceDescription } from '@/lib/domain/conference/event';
import type { CarrierRegion } from '@/lib/domain/conference/region';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import type {
  ConferenceReading,
  ParticipantReading,
  ParticipantWord,
} from '@/server/conference/ports';
import { microsOf } from './read-envelope';

const time = z.string().transform((value, context) => {
  const micros = microsOf(value);
  if (micros !== null) return micros;
  context.addIssue({ code: 'custom', message: `${value} is no time` });
  return z.NEVER;
});
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const conferenceSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  region: text,
  connection_id: text,
  status: z.enum(['init', 'in_progress', 'completed']).default('in_progress'),
  created_at: time,
  expires_at: time.nullish().catch(null),
  end_reason: text,
});

const participantSchema = z.looseObject({
  call_control_id: z.string().min(1),
  call_leg_id: text,
  status: z.enum(['joining', 'joined', 'left']),
  created_at: time,
  muted: z.boolean(),
  on_hold: z.boolean(),
  end_conference_on_exit: z.boolean().default(false),
  soft_end_conference_on_exit: z.boolean().default(false),
  whisper_call_control_ids: z.array(z.string()).nullish(),
});

const identitySchema = z.looseObject({
  id: z.string().min(1),
  call_control_id: z.string().min(1),
});

/** Reads a conference of the carrier's (DOMAIN §1.3); throws a ZodError when it is none. */
export function conferenceReading(data: unknown, foundIn: CarrierRegion | null): ConferenceReading {
  const read = conferenceSchema.parse(data);
  const description: ConferenceDescription = {
    name: read.name,
    region: read.region,
    connectionId: read.connection_id,
    status: read.status,
    createdAt: read.created_at,
    expiresAt: read.expires_at ?? null,
    endReason: read.end_reason,
    foundIn,
  };
  return { id: read.id as ConferenceId, description };
}

/** Reads a participant as the list shows it (DOMAIN §1.3); throws a ZodError when it is none. */
export function participantReading(data: unknown): ParticipantReading {
  const read = participantSchema.parse(data);
  return {
    callControlId: read.call_control_id as CallControlId,
    callLegId: read.call_leg_id,
    status: read.status,
    createdAt: read.created_at,
    facts: {
      muted: read.muted,
      onHold: read.on_hold,
      endConferenceOnExit: read.end_conference_on_exit,
      softEndConferenceOnExit: read.soft_end_conference_on_exit,
      whisperTo: (read.whisper_call_control_ids ?? []) as CallControlId[],
    },
  };
}

const wordSchema = z.looseObject({ label: text, updated_at: time.nullish().catch(null) });

/** Reads a participant as they are shown alone (DOMAIN §1.3); throws a ZodError when it is none. */
export function participantWord(data: unknown): ParticipantWord {
  const { label, updated_at } = wordSchema.parse(data);
  const isNamed = label !== null && label !== '';
  return {
    ...participantReading(data),
    label: isNamed ? label : null,
    updatedAt: updated_at ?? null,
  };
}

/** The carrier's own id of a participant, by its leg; throws a ZodError when it is none. */
export function participantIdOf(data: unknown): readonly [CallControlId, string] {
  const { id, call_control_id: leg } = identitySchema.parse(data);
  return [leg as CallControlId, id];
}
