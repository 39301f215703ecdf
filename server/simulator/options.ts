import { z } from 'zod';

const millis = z.number().int().min(0);

/** What nobody outside the carrier could confirm (DOMAIN §8): each point has a default and a switch. */
export const switchesSchema = z.object({
  /** Floor events without the `data` wrapper, as the published schema has them. */
  bareFloor: z.boolean().default(false),
  /** `occurred_at` only where the published schema puts it; otherwise in both places. */
  strictOccurredAt: z.boolean().default(false),
  /** The creator of a conference takes the floor before `conference.created` goes out. */
  floorBeforeCreated: z.boolean().default(true),
  /** What `conference.ended` gives as its reason after an `end` command. */
  reasonAfterEnd: z.enum(['all_left', 'ended_via_api']).default('all_left'),
  /** A soft end completes the conference at once instead of when it is empty. */
  softEndAtOnce: z.boolean().default(false),
  /** Each leg of an ended conference gets its own `participant.left`. */
  leftOnEnd: z.boolean().default(true),
  /** Group commands that name a leg which is not in the conference answer 404. */
  strangersFail: z.boolean().default(false),
  /** Those who left stay in the participants list. */
  leftStayListed: z.boolean().default(false),
  /** How long a completed conference stays listed. */
  completedListedMs: millis.default(24 * 3_600_000),
  /** The reason of `call.dequeued` when a bridge or a conference takes the caller. */
  dequeueReason: z.enum(['bridged', 'bridging-in-process']).default('bridged'),
  /** What a second play or speak does while one is running. */
  overlap: z.enum(['queue', 'replace']).default('queue'),
  /** What a second `record_start` does while one is running. */
  secondRecording: z.enum(['parallel', 'refuse']).default('parallel'),
  /** Supervisors count towards `max_participants`. */
  supervisorsCount: z.boolean().default(true),
  /** `stop` ends speech as well as playback. */
  stopEndsSpeak: z.boolean().default(true),
  /** How long a `command_id` is remembered. */
  commandIdWindowMs: millis.default(60_000),
  /** Waits before each further attempt at a webhook, per address. */
  retryDelaysMs: z.array(millis).max(5).default([1000, 2000, 5000]),
  /** How long an attempt at a webhook may take, on the real clock. */
  webhookTimeoutMs: z.number().int().min(1).max(30_000).default(2000),
  /** From the end of a recording to its webhook. */
  recordingProcessingMs: millis.default(1500),
  /** To delete several recordings of which one does not exist answers 404 and deletes none of them. */
  unknownDeletesFail: z.boolean().default(true),
  /** An update of a supervisor's role does what it says; otherwise it is answered 200 and does nothing (DOMAIN §4.4). */
  roleUpdates: z.boolean().default(true),
  /** Whoever supervises a call that ends is left parked instead of hung up. */
  supervisorStays: z.boolean().default(false),
  /** A call that was referred with success is over here. */
  referEndsCall: z.boolean().default(true),
  /** The code of a bridge to a queue in which nobody waits. */
  emptyQueueCode: z.enum(['90033', '90035']).default('90035'),
  /** What it does to remove a call from its queue that has not hung up. */
  removeLiveCall: z.enum(['dequeue', 'refuse']).default('dequeue'),
  /** How long an empty queue lives on when nothing happens in it; null: for ever. */
  idleQueueMs: millis.nullable().default(null),
  /** How long a called number rings before it answers. */
  farEndAnswersMs: millis.default(2000),
});

/** The unconfirmed points, all decided. */
export type Switches = z.infer<typeof switchesSchema>;

/** How to start a simulator: see {@link switchesSchema} for the switches. */
export const simulatorOptionsSchema = z.object({
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: z.number().int().min(0).max(65_535).default(0),
  /** The key that every request must carry as its bearer. */
  apiKey: z.string().min(1),
  /** Where webhooks go. */
  webhookUrl: z.url({ protocol: /^https?$/ }),
  /** Where they go when the first address keeps failing. */
  webhookUrlFailover: z.url({ protocol: /^https?$/ }).optional(),
  /** The call control application that owns every call here. */
  connectionId: z.string().min(1).default('2210344573913204811'),
  /** A scenario to start with. */
  scenario: z.string().min(1).nullable().default(null),
  /** Decides scenarios and faults. */
  seed: z.number().int().default(1),
  switches: switchesSchema.prefault({}),
});

/** What a caller gives; everything but the key and the address has a default. */
export type SimulatorOptions = z.input<typeof simulatorOptionsSchema>;

/** Options with every default filled in. */
export type FullOptions = z.output<typeof simulatorOptionsSchema>;
