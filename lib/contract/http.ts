import { z } from 'zod';
import type { CallEvent } from '@/lib/domain/call/event';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import { activityActions, activityOutcomes } from './activity';
import { type QueueSample, verdicts } from './rows';
import { isTimeZone } from './time-zone';

/** `GET /api/conferences/:id/events`: oldest first. */
export interface EventsAnswer {
  readonly items: readonly Numbered<ConferenceEvent>[];
  /** Whether there are more beyond this page, in the direction asked. */
  readonly hasMore: boolean;
}

/** `GET /api/conferences/:id/participants/:callControlId`: what the carrier says of one who is in. */
export interface ParticipantAnswer {
  readonly status: 'joining' | 'joined' | 'left';
  readonly muted: boolean;
  readonly onHold: boolean;
  readonly endConferenceOnExit: boolean;
  readonly softEndConferenceOnExit: boolean;
  /** The call control ids of those who hear them whisper. */
  readonly whisperTo: readonly string[];
  /** What TeXML called them. */
  readonly label: string | null;
  /** When that last changed, in microseconds; null where the carrier does not say. */
  readonly updatedAt: number | null;
}

/** `GET /api/calls/:id/status`: what the carrier says of one call, ten minutes after its end as well. */
export interface CallStatusAnswer {
  readonly isAlive: boolean;
  readonly durationSecs: number | null;
  /** By the carrier's clock, in microseconds. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

/** The query of `GET /api/calls`: all that have not ended, or those that are up and stand nowhere. */
export const listCallsSchema = z.strictObject({
  which: z.enum(['all', 'free']).default('all'),
  q: z.string().max(200).optional(),
});

/** `POST …/commands`: the events so far; `state` says how far it has come. */
export interface CommandAnswer<E extends DomainEvent = ConferenceEvent> {
  readonly commandId: string;
  readonly state: 'sent' | 'accepted' | 'refused' | 'unknown';
  readonly events: readonly Numbered<E>[];
}

/** `GET /api/queues/:name/samples`: oldest first, the newest from before `from` ahead of them. */
export interface SamplesAnswer {
  readonly items: readonly QueueSample[];
  /** How long the stretch of time is that one sample stands for, in seconds. */
  readonly everySecs: number;
}

/** `GET /api/queues/:name/calls/:callControlId`: what the carrier says of one who waits. */
export interface QueueCallAnswer {
  readonly position: number;
  /** In whole seconds. */
  readonly waitedSecs: number;
  /** False: hung up, and kept. */
  readonly isAlive: boolean;
  /** The carrier's clock, in microseconds. */
  readonly enqueuedAt: number;
}

/** `POST /api/calls/:id/commands`: `state` says how far it has come. */
export interface CallCommandAnswer extends Pick<CommandAnswer, 'commandId' | 'state'> {
  readonly events: readonly Numbered<CallEvent>[];
}

/** `POST /api/calls`: the call, once the carrier has taken it. */
export interface DialAnswer extends Pick<CommandAnswer, 'commandId' | 'state'> {
  readonly callControlId: string | null;
}

/** `GET /api/calls/:id/events`: oldest first. */
export interface CallEventsAnswer {
  readonly items: readonly Numbered<CallEvent>[];
  /** Whether there are more beyond this page, in the direction asked. */
  readonly hasMore: boolean;
}

/** The query of `GET /api/conferences`. */
export const listConferencesSchema = z.strictObject({
  status: z.enum(['live', 'ended']).default('live'),
  q: z.string().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The query of `GET /api/conferences/:id/events`; `types` is a comma-separated list. */
export const listEventsSchema = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  types: z.string().max(1000).optional(),
});

/** The query of `GET /api/conferences/:id/report`: in whose time it is written. */
export const conferenceReportSchema = z.strictObject({
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'Give a time zone as Europe/Berlin')
    .default('UTC'),
});

/** The query of `GET /api/deliveries`. */
export const listDeliveriesSchema = z.strictObject({
  verdict: z.enum(verdicts).optional(),
  application: z.enum(['ours', 'other']).optional(),
  type: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const someMoment = z.iso.datetime({
  offset: true,
  error: 'Give a moment as 2026-11-21T09:30:00Z',
});
const moment = someMoment.optional();
const microsOfMoment = someMoment.transform((text) => Date.parse(text) * 1000);
const longestSampled = 8 * 86_400 * 1_000_000;

/** The query of `GET /api/queues/:name/samples`. */
export const listSamplesSchema = z
  .strictObject({ from: microsOfMoment, to: microsOfMoment })
  .refine(({ from, to }) => from < to, { error: 'from is to be before to', path: ['from'] })
  .refine(({ from, to }) => to - from <= longestSampled, {
    error: 'Ask for at most eight days at once',
    path: ['from'],
  });

/** The query of `GET /api/activity.csv`; `who` is an account's id or part of a name. */
export const exportActivitySchema = z.strictObject({
  who: z.string().max(200).optional(),
  action: z.enum(activityActions).optional(),
  conference: z.string().max(200).optional(),
  outcome: z.enum(activityOutcomes).optional(),
  from: moment,
  to: moment,
  q: z.string().max(200).optional(),
});

/** The query of `GET /api/activity`. */
export const listActivitySchema = exportActivitySchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Steering the simulator: one action of the Rehearsal menu. */
export const rehearsalActionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('startScenario'),
    name: z.string().min(1).max(60),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31)
      .optional(),
    speed: z.number().min(0.1).max(50).optional(),
  }),
  z.strictObject({ action: z.literal('stopScenario') }),
  z.strictObject({
    action: z.literal('setFault'),
    kind: z.enum([
      'duplicate',
      'reorder',
      'delay',
      'drop',
      'burst',
      '429',
      '500',
      'time-out',
      'slow',
      'skew',
      'ignore',
      'download-slow',
      'download-broken',
      'download-truncated',
      'download-expired',
    ]),
    rate: z.number().min(0).max(1),
    count: z.number().int().min(1).max(10_000).optional(),
  }),
  z.strictObject({
    action: z.literal('placeCall'),
    from: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Give a number as +, country code and digits'),
    to: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Give a number as +, country code and digits'),
    callerName: z.string().max(80).optional(),
  }),
  z.strictObject({
    action: z.literal('advanceClock'),
    advanceMs: z.number().int().min(1).max(86_400_000),
  }),
]);
/** One action of the Rehearsal menu. */
export type RehearsalAction = z.infer<typeof rehearsalActionSchema>;

/** What the simulator is doing. */
export const rehearsalStateSchema = z.object({
  scenario: z.object({ name: z.string(), seed: z.number(), speed: z.number() }).nullable(),
  scenarios: z.array(z.object({ name: z.string(), title: z.string(), about: z.string() })),
  faults: z.array(z.object({ kind: z.string(), rate: z.number() })),
  clock: z.object({ offsetMs: z.number(), now: z.string() }),
  conferences: z.number(),
  participants: z.number(),
  calls: z.number(),
  deliveries: z.object({
    sent: z.number(),
    delivered: z.number(),
    failed: z.number(),
    retrying: z.number(),
    pending: z.number(),
  }),
});
/** What the simulator is doing. */
export type RehearsalState = z.infer<typeof rehearsalStateSchema>;
