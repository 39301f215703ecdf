import {
  type CommandPhase,
  type Conference,
  type Participant,
  participantOf,
} from '@/lib/domain/conference/conference';
import { factOf, isPresent, validAsked } from '@/lib/domain/conference/view';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { isReachable, type RosterRow } from './roster-row';

/** Whom a mute of many would reach, and whom it would let be. */
export interface MutePlan {
  /** Everybody it is sent for; those who are muted already too, for what we know may be wrong. */
  readonly legs: readonly CallControlId[];
  /** How many of them can be heard now. */
  readonly open: number;
  readonly skipped: readonly RosterRow[];
}

/** Plans to mute everybody who is in but these; `null` spares the hosts. Whoever supervises is no matter of the room. */
export function planMute(
  rows: Iterable<RosterRow>,
  spared: readonly CallControlId[] | null,
): MutePlan {
  const present = [...rows].filter((row) => isReachable(row) && row.supervisor === null);
  const isSpared = (row: RosterRow) => (spared === null ? row.isHost : spared.includes(row.id));
  const meant = present.filter((row) => !isSpared(row));
  return {
    legs: meant.map(({ id }) => id),
    open: meant.filter((row) => !row.muted.value).length,
    skipped: present.filter(isSpared),
  };
}

/** A command to many that somebody here gave; `commandId` null where it was refused as a whole. */
export interface BulkCommand {
  readonly commandId: CommandId | null;
  /** Whether the answer was that nobody knows if it was done. */
  readonly isDoubtful: boolean;
  readonly fact: 'muted' | 'onHold';
  readonly value: boolean;
  readonly legs: readonly CallControlId[];
  /** Those of them who were so when it was given. */
  readonly already: ReadonlySet<CallControlId>;
}

/** What has become of a command to many, leg by leg. */
export interface BulkResult {
  readonly done: number;
  /** They were so before it, and still are. */
  readonly already: number;
  /** Asked, and neither confirmed nor contradicted yet. */
  readonly open: number;
  /** Nobody knows whether it was done; that is being read back. */
  readonly unknown: number;
  /** Still in, and not as asked. */
  readonly failed: readonly CallControlId[];
}

/** The result of a command about whose conference nothing is known. */
export const noResult: BulkResult = { done: 0, already: 0, open: 0, unknown: 0, failed: [] };

/** Judges each leg by what is known; whoever left, or was asked something newer, counts as done. */
export function bulkResultOf(conference: Conference, bulk: BulkCommand): BulkResult {
  const counts = { done: 0, already: 0, open: 0, unknown: 0 };
  const failed: CallControlId[] = [];
  const record = conference.commands.find(({ commandId }) => commandId === bulk.commandId);
  for (const leg of bulk.legs) {
    const fate = fateOf(participantOf(conference, leg), bulk, record?.phase ?? null);
    if (fate === 'failed') failed.push(leg);
    else counts[fate] += 1;
  }
  return { ...counts, failed };
}

/** Whether there is something to tell: a failure, a doubt, or what became of a doubt. */
export function isWorthTelling({ isDoubtful }: BulkCommand, result: BulkResult): boolean {
  return isDoubtful || result.unknown > 0 || result.failed.length > 0;
}

type Fate = 'done' | 'already' | 'open' | 'unknown' | 'failed';

function fateOf(
  participant: Participant | undefined,
  { commandId, fact, value, already }: BulkCommand,
  phase: CommandPhase | null,
): Fate {
  if (participant === undefined || !isPresent(participant)) return 'done';
  const asked = validAsked(participant, fact);
  const isSo = factOf(participant, fact, new Map()).value === value;
  if (isSo && already.has(participant.callControlId)) return 'already';
  if (commandId === null) return isSo ? 'done' : 'failed';
  // Until the command itself has been heard of, nothing is known of it.
  if (asked?.commandId !== commandId) return phase === null || phase === 'sent' ? 'open' : 'done';
  if (asked.phase === 'accepted') return 'open';
  if (asked.phase === 'unknown') return 'unknown';
  return asked.phase === 'confirmed' || isSo ? 'done' : 'failed';
}
