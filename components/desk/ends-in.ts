import type { Micros } from '@/lib/domain/stamp';

/** How long a conference has until the carrier ends it, and how pressing that is. */
export interface EndsIn {
  readonly left: Micros;
  readonly tone: 'neutral' | 'warn' | 'bad';
  /** The mark in minutes that was passed last; null before the first. */
  readonly mark: EndMark | null;
}

/** Minutes before the end at which people are warned. */
export const endMarks = ['2', '10', '30'] as const;
/** One such mark. */
export type EndMark = (typeof endMarks)[number];

const minute = 60_000_000;

/** How long is left at `now`, in microseconds; red from ten minutes on, amber from thirty. */
export function endsInOf(expiresAt: Micros, now: Micros): EndsIn {
  const left = Math.max(0, expiresAt - now);
  const mark = endMarks.find((minutes) => left <= Number(minutes) * minute) ?? null;
  if (mark === null) return { left, tone: 'neutral', mark };
  return { left, tone: mark === '30' ? 'warn' : 'bad', mark };
}
