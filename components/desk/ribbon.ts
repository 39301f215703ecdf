import { type FloorSegment, floorTimes } from '@/lib/domain/conference/floor';
import type { CallControlId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';

/** A stretch of time on the ribbon. */
export interface RibbonSpan {
  readonly from: Micros;
  readonly until: Micros;
}

/** A coloured piece of the ribbon; fractions are of its whole width. */
export interface RibbonBlock extends RibbonSpan {
  /** Who had the floor in it, or most of it where `turns` is more than one. */
  readonly callControlId: CallControlId;
  readonly turns: number;
  readonly left: number;
  readonly width: number;
}

/** Somebody's part of the floor time of a span, 0 to 1. */
export interface FloorShare {
  readonly callControlId: CallControlId;
  readonly share: number;
}

/** How much of the past the ribbon can show. */
export const ribbonRanges = ['5', '30', 'all'] as const;
/** One range: minutes, or all of it. */
export type RibbonRange = (typeof ribbonRanges)[number];

const minute = 60_000_000;
const tickSteps = [1, 2, 5, 10, 15, 30, 60, 120, 240].map((minutes) => minutes * minute);

/**
 * The span a range covers at `now`; its end moves in steps of about a thousandth, so that a long
 * range is not drawn anew each second.
 */
export function spanOf(range: RibbonRange, startedAt: Micros | null, now: Micros): RibbonSpan {
  const start = startedAt ?? now;
  const length = range === 'all' ? Math.max(minute, now - start) : Number(range) * minute;
  const step = 1_000_000 * 2 ** Math.max(0, Math.floor(Math.log2(length / 1_000_000_000)));
  const until = Math.ceil(now / step) * step;
  return { from: range === 'all' ? Math.min(start, until - minute) : until - length, until };
}

/**
 * The pieces to draw in a span. Turns shorter than one of `slots` parts of it melt together with
 * their neighbours, so a busy night costs no more than a quiet five minutes.
 */
export function ribbonBlocks(
  segments: readonly FloorSegment[],
  span: RibbonSpan,
  slots: number,
): RibbonBlock[] {
  const length = span.until - span.from;
  const slot = length / slots;
  const blocks: RibbonBlock[] = [];
  let run: FloorSegment[] = [];
  const close = () => {
    if (run.length > 0) blocks.push(blockOf(run, span, length));
    run = [];
  };
  for (const segment of segments) {
    const from = Math.max(segment.from, span.from);
    const until = Math.min(segment.until ?? span.until, span.until);
    if (until <= from) continue;
    const first = run[0];
    const last = run.at(-1);
    const isTiny = until - from < slot;
    const isFull = first !== undefined && until - first.from > slot;
    const isApart = last?.until !== undefined && last.until !== null && from - last.until > slot;
    if (!isTiny || isFull || isApart) close();
    run.push({ callControlId: segment.callControlId, from, until });
    if (!isTiny) close();
  }
  close();
  return blocks;
}

/** How long one voice may have the floor before that is worth a word, in microseconds. */
const longTurn = 5 * minute;

/** The turns that reach into a span, found without looking at all that was before. */
export function turnsIn(segments: readonly FloorSegment[], span: RibbonSpan): FloorSegment[] {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const until = segments[middle]?.until ?? Infinity;
    if (until <= span.from) low = middle + 1;
    else high = middle;
  }
  return segments.slice(low).filter((segment) => segment.from < span.until);
}

/**
 * The turn of whoever has had the floor for long; null while nobody has. That they spoke all the
 * while is not said: the carrier does not report silence.
 */
export function longTurnOf(segments: readonly FloorSegment[], now: Micros): FloorSegment | null {
  const last = segments.at(-1);
  return last?.until === null && now - last.from >= longTurn ? last : null;
}

/** Who had how much of the floor time of a span, the greatest first. */
export function sharesIn(segments: readonly FloorSegment[], span: RibbonSpan): FloorShare[] {
  const times = floorTimes(segments, span.from, span.until);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([callControlId, time]) => ({ callControlId, share: time / total }))
    .sort((a, b) => b.share - a.share);
}

/** The piece at a point in time, or the nearest before it. */
export function blockAt(blocks: readonly RibbonBlock[], at: Micros): RibbonBlock | null {
  return blocks.findLast((block) => block.from <= at) ?? null;
}

/** Points in time to write under the ribbon: whole minutes, at most six of them. */
export function ticksOf(span: RibbonSpan): Micros[] {
  const length = span.until - span.from;
  const step = tickSteps.find((size) => length / size <= 6) ?? length / 6;
  const first = Math.ceil(span.from / step) * step;
  const ticks: Micros[] = [];
  for (let at = first; at < span.until - step / 3; at += step) ticks.push(at);
  return ticks;
}

function blockOf(run: readonly FloorSegment[], span: RibbonSpan, length: number): RibbonBlock {
  const from = run[0]?.from ?? span.from;
  const until = run.at(-1)?.until ?? span.until;
  const times = floorTimes(run, from, until);
  const most = [...times].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  return {
    callControlId: most,
    turns: run.length,
    from,
    until,
    left: (from - span.from) / length,
    width: (until - from) / length,
  };
}
