/** What a figure may be, against its bare baseline. */
export type Budget =
  | { readonly kind: 'at-least' | 'at-most'; readonly times: number }
  /** At most so much more than the baseline, in the figure's unit. */
  | { readonly kind: 'more-at-most'; readonly more: number };

/** One thing measured beside its baseline; the repetitions stand in pairs, in the order they ran. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  /** Null where nothing is promised and the figure is only told. */
  readonly budget: Budget | null;
}

/** A figure, judged. */
export interface Verdict {
  /** The median of the pairs' ratios, or of their differences for a `more-at-most` budget. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Null without a budget. */
  readonly isWithin: boolean | null;
}

/** Judges pair by pair: what disturbed both runs of a pair leaves their ratio alone. */
export function judge({ ours, bare, budget }: Figure): Verdict {
  const isDifference = budget?.kind === 'more-at-most';
  const pairs = ours.map((value, i) => {
    const baseline = bare[i];
    if (baseline === undefined) throw new Error('Every repetition has its baseline');
    return isDifference ? value - baseline : value / baseline;
  });
  const value = median(pairs);
  return {
    value,
    least: Math.min(...pairs),
    most: Math.max(...pairs),
    isWithin: budget === null ? null : isWithin(value, budget),
  };
}

function isWithin(value: number, budget: Budget): boolean {
  if (budget.kind === 'more-at-most') return value <= budget.more;
  return budget.kind === 'at-least' ? value >= budget.times : value <= budget.times;
}

/** The middle value; of an even number the mean of the two in the middle. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error('Nothing was measured');
  return (upper + lower) / 2;
}

/** The value that this share of the sorted values does not exceed; NaN when there is none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
