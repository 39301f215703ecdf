import type { Caller, Step } from './floor';

/** One who waits, and since when: milliseconds since 1970. */
export interface Waiter {
  readonly caller: Caller;
  readonly sinceMs: number;
}

/** Who waits in which queue as the carrier knows: its own book, in which nothing of Rostrum's has a part. */
export interface LineUp {
  /** These will happen, in this order. */
  expect(steps: readonly Step[]): void;
  /** Who waits in each queue at this moment, in their order. */
  at(nowMs: number): readonly (readonly Waiter[])[];
}

/** Opens the book of so many queues. */
export function createLineUp(queues: number): LineUp {
  const lines = Array.from({ length: queues }, (): Waiter[] => []);
  let due: readonly Step[] = [];
  const happen = ({ type, caller, atMs }: Step) => {
    const line = lines[caller.queue];
    if (line === undefined) throw new Error(`There is no queue ${caller.queue}`);
    if (type === 'enqueued') line.push({ caller, sinceMs: atMs });
    if (type !== 'dequeued') return;
    const place = line.findIndex((waiter) => waiter.caller.number === caller.number);
    if (place === -1) throw new Error(`Caller ${caller.number} does not wait`);
    line.splice(place, 1);
  };
  return {
    expect: (steps) => {
      due = [...due, ...steps];
    },
    at: (nowMs) => {
      const later = due.findIndex(({ atMs }) => atMs > nowMs);
      const count = later === -1 ? due.length : later;
      for (const step of due.slice(0, count)) happen(step);
      due = due.slice(count);
      return lines;
    },
  };
}
