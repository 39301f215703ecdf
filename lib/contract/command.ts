import { z } from 'zod';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { CallCommand } from '@/lib/domain/call/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';

/** The most legs one command may name: the largest conference there is (DOMAIN §1.3). */
const maxLegs = 800;

const callControlId = z
  .string()
  .min(1)
  .max(512)
  .transform((id) => id as CallControlId);
const commandId = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'commandId must be 8 to 64 letters, digits, - or _')
  .transform((id) => id as CommandId);

const legs = z
  .object({
    legs: z
      .array(callControlId)
      .min(1, 'Choose at least one participant: an empty list would mean everyone to the carrier')
      .max(maxLegs)
      .transform((ids) => [...new Set(ids)]),
  })
  .strict();
const nothing = z.strictObject({}).default({});
const recordingOptions = z.strictObject({
  format: z.enum(['mp3', 'wav']).default('mp3'),
  channels: z.enum(['single', 'dual']).default('single'),
  playBeep: z.boolean().default(false),
  trimSilence: z.boolean().default(false),
});

/** A command to a conference as it crosses the wire; the closed union of all there are. */
const conferenceCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('participants.mute'), fields: legs }),
  z.strictObject({ type: z.literal('participants.unmute'), fields: legs }),
  z.strictObject({ type: z.literal('participants.hold'), fields: legs }),
  z.strictObject({ type: z.literal('participants.unhold'), fields: legs }),
  z.strictObject({ type: z.literal('participants.remove'), fields: legs }),
  z.strictObject({ type: z.literal('participants.hangUp'), fields: legs }),
  z.strictObject({ type: z.literal('recording.start'), fields: recordingOptions }),
  z.strictObject({ type: z.literal('recording.pause'), fields: nothing }),
  z.strictObject({ type: z.literal('recording.resume'), fields: nothing }),
  z.strictObject({ type: z.literal('recording.stop'), fields: nothing }),
  z.strictObject({ type: z.literal('conference.end'), fields: nothing }),
]) satisfies z.ZodType<ConferenceCommand>;

/** A command to one call leg as it crosses the wire. */
const callCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call.answer'), fields: nothing }),
  z.strictObject({
    type: z.literal('call.reject'),
    fields: z.strictObject({ cause: z.enum(['CALL_REJECTED', 'USER_BUSY']) }),
  }),
  z.strictObject({ type: z.literal('call.hangUp'), fields: nothing }),
]) satisfies z.ZodType<CallCommand>;

/** The body of `POST /api/conferences/:id/commands`. */
export const postConferenceCommandSchema = z.strictObject({
  commandId,
  command: conferenceCommandSchema,
});
/** The body of `POST /api/calls/:id/commands`. */
export const postCallCommandSchema = z.strictObject({ commandId, command: callCommandSchema });
