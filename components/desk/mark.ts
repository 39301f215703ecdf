import type { CommandPhase } from '@/lib/domain/conference/conference';
import type { LegFact } from '@/lib/domain/conference/command';
import type { Mark } from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import type { RosterRow } from './roster-row';

/** A command's mark and the fact it is about. */
export interface FactMark {
  readonly fact: Extract<LegFact, 'present' | 'muted' | 'onHold'>;
  readonly mark: Mark;
}

const urgency: Record<CommandPhase, number> = {
  sent: 4,
  unknown: 3,
  accepted: 2,
  contradicted: 1,
  refused: 1,
  superseded: 0,
  confirmed: 0,
};

/** How long a row tells that something was not done, in microseconds. */
const failureShown: Micros = 60_000_000;

/**
 * The mark of a row that matters most now, of equal ones the newest; null where there is none. `now`
 * is the server's clock; what failed a minute ago is told no more.
 */
export function markOf(row: RosterRow, now: Micros): FactMark | null {
  if (row.state === 'left') return null;
  const { asked } = row.participant;
  const marks = [
    { fact: 'present' as const, mark: row.leaving },
    { fact: 'muted' as const, mark: row.muted.mark },
    { fact: 'onHold' as const, mark: row.onHold.mark },
  ].sort((a, b) => (asked[b.fact]?.sinceSeq ?? 0) - (asked[a.fact]?.sinceSeq ?? 0));
  return marks.reduce<FactMark | null>((most, { fact, mark }) => {
    if (mark === null || isStale(mark, now)) return most;
    return most === null || urgency[mark.phase] > urgency[most.mark.phase] ? { fact, mark } : most;
  }, null);
}

function isStale({ failedAt }: Mark, now: Micros): boolean {
  return failedAt !== null && now - failedAt >= failureShown;
}
