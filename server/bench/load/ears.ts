import { percentile } from '@/server/bench/figure';
import { eventIdStart } from '@/server/bench/traffic/names';
import type { Hearing } from './listener';
import type { Heard, HeardFrame, Lap } from './load-tasks';
import { createRowClock } from './row-clock';

const marker = `"id":"${eventIdStart}`;
const rowsStart = '42["rows"';
const numberDigits = 12;

/** Counts and times what all the sockets hear. */
export function createEars() {
  const sentAt = new Map<number, number>();
  const rowClock = createRowClock();
  const answers = new Map<string, string>();
  let latencies: number[] = [];
  let rowLatencies: number[] = [];
  let frames: HeardFrame[] = [];
  let firstAt = 0;
  let events = 0;
  let bytes = 0;
  const heardByFirst = (frame: Buffer, now: number) => {
    const text = frame.toString();
    if (frames.length === 0) firstAt = now;
    frames.push({ atMs: now - firstAt, text });
    if (text.startsWith(rowsStart)) rowLatencies.push(...rowClock.heard(text, now));
  };
  return {
    /** An event is sent; of a queue whose row it changes, the name. */
    sent: (number: number, row: string | null) => {
      const now = performance.now();
      sentAt.set(number, now);
      if (row !== null) rowClock.sent(row, Date.now(), now);
    },
    listener: (isFirst: boolean): Hearing => ({
      onWatched: (topic, frame) => {
        if (isFirst) answers.set(topic, frame.toString());
      },
      onEvents: (frame) => {
        const now = performance.now();
        bytes += frame.length;
        if (isFirst) heardByFirst(frame, now);
        for (let at = frame.indexOf(marker); at !== -1; at = frame.indexOf(marker, at + 1)) {
          events += 1;
          const from = at + marker.length;
          const number = Number.parseInt(frame.toString('latin1', from, from + numberDigits), 16);
          const began = sentAt.get(number);
          if (began !== undefined) latencies.push(now - began);
        }
      },
    }),
    heard: (): Heard => ({ events, bytes, ...middleOf(latencies) }),
    lap: (): Lap => {
      const lap = { event: middleOf(latencies), row: middleOf(rowLatencies) };
      latencies = [];
      rowLatencies = [];
      return lap;
    },
    events: () => events,
    frames: (): readonly HeardFrame[] => frames,
    /** What the first socket's watches were answered with, by topic. */
    answers: (): ReadonlyMap<string, string> => answers,
    forget: () => {
      sentAt.clear();
      rowClock.forget();
      latencies = [];
      rowLatencies = [];
      frames = [];
      events = 0;
      bytes = 0;
    },
  };
}

function middleOf(latencies: readonly number[]) {
  const sorted = Float64Array.from(latencies).sort();
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}
