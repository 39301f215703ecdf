import { randomUUID } from 'node:crypto';
import type { ActivityRow } from '@/lib/contract/activity';
import type { StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from './carrier-answer';
import type { CommandRecord } from './ports';

/** What activity says of a command beside who gave it and what became of it. */
export type CommandDeed = Pick<ActivityRow, 'action' | 'conference' | 'target' | 'detail'>;

/** Says what a command asked and on whom, by the state of its stream. */
export type TellCommand = (stream: StreamName, state: unknown, command: unknown) => CommandDeed;

/** What became of a command: the carrier's answer, or our own refusal. */
export type Settlement =
  CarrierAnswer | { readonly kind: 'refused'; readonly code: string; readonly detail: string };

const failures = new Set(['carrier-key', 'carrier-busy', 'carrier-down']);

/**
 * The line of activity for a command whose outcome is known. It is written in the commit that writes
 * the outcome, so neither is ever there without the other, whatever ends the process.
 */
export function settledCommand(
  { commandId, actor, createdAt, origin }: CommandRecord,
  deed: CommandDeed,
  settlement: Settlement,
  settledAt: Micros | null,
): ActivityRow {
  const isRefused = settlement.kind === 'refused';
  const said = settlement.kind === 'accepted' ? '' : settlement.detail;
  return {
    id: randomUUID(),
    at: createdAt,
    actor,
    role: origin?.role ?? null,
    ...deed,
    outcome:
      settlement.kind === 'accepted'
        ? 'done'
        : isRefused && failures.has(settlement.code)
          ? 'failed'
          : settlement.kind,
    why: isRefused ? settlement.code : null,
    roundTripMs: settledAt === null ? null : (settledAt - createdAt) / 1000,
    address: origin?.address ?? null,
    requestId: origin?.requestId ?? null,
    detail: { ...deed.detail, commandId, ...(said === '' ? {} : { said }) },
  };
}
