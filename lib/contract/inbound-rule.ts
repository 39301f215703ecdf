import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import { fitsAddresses, unfitName } from './command-fields';
import { bareNumber, e164, limits } from './forms/limits';
import { longestRuleName } from './limits';

/** What can be done with a call that comes in. */
export const inboundActions = ['ring', 'enqueue', 'join', 'leave'] as const;
/** One of them. */
export type InboundAction = (typeof inboundActions)[number];

const numberWanted = 'Give a number as +, country code and digits: +13125550100';
const named = {
  name: z
    .string()
    .trim()
    .min(1, 'Give the rule a name')
    .max(longestRuleName, `A name has ${longestRuleName} characters at most`),
  /** The number that was called; null: any other. */
  number: z.string().transform(bareNumber).pipe(z.string().regex(e164, numberWanted)).nullable(),
};
const music = z.union(
  [
    z.strictObject({ mediaName: z.string().trim().min(1).max(limits.mediaName.maxLength) }),
    z.strictObject({
      audioUrl: z
        .url({ protocol: /^https?$/, error: 'Give a link that begins with https://' })
        .max(limits.link.maxLength),
    }),
  ],
  'Give the name of a stored file, or a link that begins with https://',
);

/** The body of `POST /api/inbound-rules` and `PUT /api/inbound-rules/:id`. */
export const inboundRuleSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...named, action: z.literal('ring') }),
  z.strictObject({ ...named, action: z.literal('leave') }),
  z.strictObject({
    ...named,
    action: z.literal('enqueue'),
    queue: z
      .string()
      .trim()
      .min(1, 'Name the queue')
      .max(
        limits.queue.maxLength,
        `A queue’s name has ${limits.queue.maxLength} characters at most`,
      )
      .refine(fitsAddresses, unfitName),
    /** What they hear while they wait: a carrier's queue plays nothing by itself (DOMAIN §4.10). */
    music: music.nullable(),
  }),
  z.strictObject({
    ...named,
    action: z.literal('join'),
    conference: z
      .string()
      .trim()
      .min(1, 'Name the conference')
      .max(limits.name.maxLength, `A name has ${limits.name.maxLength} characters at most`),
    /** Whether one that is made for it begins only with its host (DOMAIN §4.2). */
    waitsForHost: z.boolean(),
  }),
]);
/** What happens to calls to one number. */
export type InboundRule = z.infer<typeof inboundRuleSchema>;

/** A step of a rule that does something. */
export const inboundSteps = ['answer', 'enqueue', 'music', 'silence', 'create', 'join'] as const;
/** One of them. */
export type InboundStep = (typeof inboundSteps)[number];

/** A call that a rule could not do everything with. */
export interface InboundFailure {
  readonly at: Micros;
  readonly step: InboundStep;
  /** What the carrier said, or a code of ours. */
  readonly reason: string;
}

/** A rule as it is kept, and what it has done since it was made. */
export interface InboundRuleRow {
  readonly id: string;
  readonly rule: InboundRule;
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
  /** Calls it brought where they were to go. */
  readonly done: number;
  readonly lastDoneAt: Micros | null;
  readonly failed: number;
  readonly lastFailure: InboundFailure | null;
}

/** What `GET /api/inbound-rules` answers. */
export interface InboundRules {
  /** By number, the one for any other last. */
  readonly items: readonly InboundRuleRow[];
  /** Whether it is known which calls are ours; without it no rule does anything. */
  readonly hasApplication: boolean;
}
