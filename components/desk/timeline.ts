import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { isCommandStep, linesOf, type TimelineLine, withStep } from '@/lib/format/timeline-line';

/** What has been heard of a conference, newest first; grows at both ends. */
export interface Timeline {
  readonly lines: readonly TimelineLine[];
  /** Stretches of event numbers that are in it, in order and apart from each other. */
  readonly heard: readonly (readonly [first: number, last: number])[];
  /** Words about commands whose line has not been loaded yet. */
  readonly waiting: ReadonlyMap<CommandId, Parameters<typeof withStep>[1]>;
}

/** Nothing heard yet. */
export const emptyTimeline: Timeline = { lines: [], heard: [], waiting: new Map() };

/** How close together people must come or go to be told in one line, in microseconds. */
const burstGap = 10_000_000;
const burstSize = 4;
/** How close to somebody's leaving their hang-up is told with it, in microseconds. */
const echoGap = 5_000_000;

/** Takes in events in any order and however often; the same reference when all were known. */
export function withEvents(
  timeline: Timeline,
  events: readonly Numbered<ConferenceEvent>[],
): Timeline {
  const fresh = events.filter((event) => !isHeard(timeline.heard, event.seq));
  if (fresh.length === 0) return timeline;
  const waiting = new Map(timeline.waiting);
  const opened: TimelineLine[] = [];
  const steps: Parameters<typeof withStep>[1][] = [];
  for (const event of fresh) {
    if (isCommandStep(event)) steps.push(event);
    else opened.push(...linesOf(event));
  }
  for (const step of steps) if (step.commandId !== null) waiting.set(step.commandId, step);
  let lines = merged(timeline.lines, opened);
  for (const [commandId, step] of waiting) {
    const index = lines.findIndex((line) => line.command?.commandId === commandId);
    const line = lines[index];
    if (line === undefined) continue;
    lines = lines.with(index, withStep(line, step));
    waiting.delete(commandId);
  }
  return {
    lines,
    heard: withHeard(
      timeline.heard,
      fresh.map((event) => event.seq),
    ),
    waiting,
  };
}

/**
 * The lines as drawn: many people who come, or go, one after the other share a line, and a plain
 * hang-up says no more than the leaving beside it.
 */
export function withBursts(told: readonly TimelineLine[]): TimelineLine[] {
  const lines = withoutEchoes(told);
  const drawn: TimelineLine[] = [];
  let run: TimelineLine[] = [];
  const close = () => {
    if (run.length === 0) return;
    if (run.length < burstSize) drawn.push(...run);
    else drawn.push(burstOf(run));
    run = [];
  };
  for (const line of lines) {
    if (!isSameBurst(run.at(-1), line)) close();
    if (line.words.say === 'joined' || line.words.say === 'left') run.push(line);
    else drawn.push(line);
  }
  close();
  return drawn;
}

/** The index of the newest line that is not after a point in time; the last one if all are. */
export function indexAt(lines: readonly TimelineLine[], at: Micros): number {
  const index = lines.findIndex((line) => line.at <= at);
  return index === -1 ? lines.length - 1 : index;
}

function isSameBurst(last: TimelineLine | undefined, line: TimelineLine): boolean {
  if (last === undefined) return false;
  const isSameKind = last.words.say === line.words.say && last.source === line.source;
  return isSameKind && last.at - line.at <= burstGap;
}

function withoutEchoes(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  const leftAt = new Map<string, Micros[]>();
  for (const { words, legs, at } of lines) {
    const [leg] = legs;
    if (words.say !== 'left' || leg === undefined) continue;
    leftAt.set(leg, [...(leftAt.get(leg) ?? []), at]);
  }
  return lines.filter(({ words, legs, at }) => {
    const [leg] = legs;
    if (words.say !== 'hungUp' || leg === undefined) return true;
    if (words.cause !== null && words.cause !== 'normal_clearing') return true;
    return !(leftAt.get(leg) ?? []).some((left) => Math.abs(left - at) <= echoGap);
  });
}

function burstOf(run: readonly TimelineLine[]): TimelineLine {
  const [newest] = run;
  const oldest = run.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error('A burst of nobody');
  const say = newest.words.say === 'joined' ? 'joinedMany' : 'leftMany';
  return {
    ...newest,
    key: `burst ${oldest.key}`,
    legs: run.flatMap((line) => line.legs),
    words: { say, count: run.length - 1 },
  };
}

function merged(
  lines: readonly TimelineLine[],
  opened: readonly TimelineLine[],
): readonly TimelineLine[] {
  if (opened.length === 0) return lines;
  const sorted = [...opened].sort(newestFirst);
  const oldest = sorted.at(-1);
  const [first] = lines;
  if (first === undefined || (oldest !== undefined && newestFirst(oldest, first) < 0)) {
    return [...sorted, ...lines];
  }
  return [...sorted, ...lines].sort(newestFirst);
}

function newestFirst(a: TimelineLine, b: TimelineLine): number {
  return b.at - a.at || b.seq - a.seq;
}

function isHeard(heard: Timeline['heard'], seq: number): boolean {
  return heard.some(([first, last]) => seq >= first && seq <= last);
}

function withHeard(heard: Timeline['heard'], seqs: readonly number[]): Timeline['heard'] {
  const all = [...heard, ...seqs.map((seq) => [seq, seq] as const)].sort((a, b) => a[0] - b[0]);
  const joined: (readonly [number, number])[] = [];
  for (const stretch of all) {
    const last = joined.at(-1);
    if (last !== undefined && stretch[0] <= last[1] + 1) {
      joined[joined.length - 1] = [last[0], Math.max(last[1], stretch[1])];
    } else joined.push(stretch);
  }
  return joined;
}
