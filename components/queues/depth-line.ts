import type { QueueSample } from '@/lib/contract/rows';
import type { ChartRange } from './board-state';

/** How many seconds each range goes back. */
export const rangeSecs: Readonly<Record<ChartRange, number>> = {
  hour: 3_600,
  day: 86_400,
  week: 7 * 86_400,
};

/** A depth and since when it stands, in seconds. */
export interface DepthPoint {
  readonly at: number;
  readonly depth: number;
}

/** Times in seconds and depths, side by side, as a chart takes them. */
export type DepthLine = readonly [readonly number[], readonly number[]];

const second = 1_000_000;

/**
 * The depth from `from` to `now`, in steps: each stands until the next. Samples first, then what rows told
 * after the last of them, and at the end what stands now.
 */
export function depthLine(
  samples: readonly QueueSample[],
  heard: readonly DepthPoint[],
  depth: number,
  { from, now }: { readonly from: number; readonly now: number },
): DepthLine {
  const xs: number[] = [];
  const ys: number[] = [];
  const add = (at: number, value: number) => {
    // What stood before the range began stands at its beginning.
    const x = Math.max(from, at);
    if (x >= now) return;
    if (xs.at(-1) === x) ys[ys.length - 1] = value;
    else {
      xs.push(x);
      ys.push(value);
    }
  };
  for (const sample of samples) add(sample.at / second, sample.depth);
  const last = (samples.at(-1)?.at ?? -Infinity) / second;
  for (const { at, depth: value } of heard) if (at > last) add(at, value);
  xs.push(now);
  ys.push(depth);
  return [xs, ys];
}
