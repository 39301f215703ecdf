import { type Conference, participantOf } from '@/lib/domain/conference/conference';
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

/** Plans to mute everybody who is in but these; `null` spares the hosts. */
export function planMute(
  rows: Iterable<RosterRow>,
  spared: readonly CallControlId[] | null,
): MutePlan {
  const present = [...rows].filter(isReachable);
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
  readonly fact: 'muted' | 'onHold';
  readonly value: boolean;
  readonly legs: readonly CallControlId[];
}

/** What has become of a command to many, leg by leg. */
export interface BulkResult {
  readonly done: number;
  /** Asked, and neither confirmed nor contradicted yet. */
  readonly open: number;
  /** Still in, and not as asked. */
  readonly failed: readonly CallControlId[];
}

/** Judges each leg by what is known; whoever left, or was asked something newer, counts as done. */
export function bulkResultOf(conference: Conference, bulk: BulkCommand): BulkResult {
  let done = 0;
  let open = 0;
  const failed: CallControlId[] = [];
  for (const leg of bulk.legs) {
    const fate = fateOf(conference, bulk, leg);
    if (fate === 'done') done += 1;
    else if (fate === 'open') open += 1;
    else failed.push(leg);
  }
  return { done, open, failed };
}

function fateOf(
  conference: Conference,
  { commandId, fact, value }: BulkCommand,
  leg: CallControlId,
): 'done' | 'open' | 'failed' {
  const participant = participantOf(conference, leg);
  if (participant === undefined || !isPresent(participant)) return 'done';
  const asked = validAsked(participant, fact);
  const isSo = factOf(participant, fact, new Map()).value === value;
  if (commandId === null) return isSo ? 'done' : 'failed';
  if (asked?.commandId !== commandId) {
    const isUnderWay = conference.commands.some(
      (command) => command.commandId === commandId && command.phase === 'sent',
    );
    return isUnderWay ? 'open' : 'done';
  }
  if (asked.phase === 'accepted' || asked.phase === 'unknown') return 'open';
  return asked.phase === 'confirmed' || isSo ? 'done' : 'failed';
}
