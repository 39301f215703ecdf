import type { InboundRule, InboundRuleRow } from '@/lib/contract/inbound-rule';
import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';
import type { CarrierFact } from '@/server/routing/carrier-fact';

/** The kind of job that does with a call that comes in what its rule says. */
export const inboundKind = 'call.inbound';

/** Nobody waits any longer to be answered; what is older was told late. */
const freshFor: Micros = 120_000_000;

/** A rule that does something with a call. */
export type ActiveRule = Extract<InboundRule, { readonly action: 'enqueue' | 'join' }>;

/** What such a job holds: the rule as it was when the call came in. */
export interface InboundBody {
  readonly callControlId: CallControlId;
  readonly ruleId: string;
  readonly rule: ActiveRule;
  readonly initiatedAt: Micros;
}

/** A fact that was just stored for the first time. */
export interface ToldFact {
  readonly fact: CarrierFact;
  readonly connectionId: string | null;
  readonly occurredAt: Micros;
  readonly receivedAt: Micros;
}

/** The job for a call of our application that comes in; null where no rule has anything to do with it. */
export function inboundJobOf(
  rules: readonly InboundRuleRow[],
  ownConnectionId: string | null,
  { fact, connectionId, occurredAt, receivedAt }: ToldFact,
): Omit<JobRecord, 'tries'> | null {
  if (fact.kind !== 'call' || fact.event.type !== 'call.initiated') return null;
  const { direction, to } = fact.event.data.party;
  if (direction !== 'incoming' || ownConnectionId === null || connectionId !== ownConnectionId)
    return null;
  if (!isFresh(occurredAt, receivedAt)) return null;
  const found =
    rules.find(({ rule }) => rule.number !== null && rule.number === to) ??
    rules.find(({ rule }) => rule.number === null);
  if (found === undefined) return null;
  const { id: ruleId, rule } = found;
  if (rule.action !== 'enqueue' && rule.action !== 'join') return null;
  const { callControlId } = fact;
  const body: InboundBody = { callControlId, ruleId, rule, initiatedAt: occurredAt };
  return { kind: inboundKind, key: callControlId, body, priority: 0, dueAt: receivedAt };
}

/** Whether a call that began then may still be waiting to be answered now. */
export function isFresh(initiatedAt: Micros, now: Micros): boolean {
  return now - initiatedAt < freshFor;
}

/** In whose name a rule's commands are given. */
export function actorOf({ ruleId, rule }: Pick<InboundBody, 'ruleId' | 'rule'>): Actor {
  return { userId: `rule:${ruleId}`, name: rule.name };
}

/** The id of a step's command, the same however often the step is taken: the carrier does it once (DOMAIN §4.9). */
export function stepId(
  { callControlId }: Pick<InboundBody, 'callControlId'>,
  step: string,
): CommandId {
  return `inbound-${callControlId}-${step}` as CommandId;
}
