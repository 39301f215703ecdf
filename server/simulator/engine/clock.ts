import { createTimerHeap, type Due } from './timer-heap';

/** A thing that will happen, unless it is cancelled first. */
export interface Timer {
  cancel(): void;
}

/** The carrier's time: the real clock plus an offset that only grows. All times in milliseconds. */
export interface VirtualClock {
  /** Now; inside a timer, exactly the moment it was due. */
  now(): number;
  offsetMs(): number;
  /** Runs `run` once, `delayMs` from now. */
  in(delayMs: number, run: () => void): Timer;
  /** Moves time forward: what falls due on the way happens at its own moment and in order. */
  advance(ms: number): void;
  /** Runs what is already due, so that a caller sees the world as of now. */
  runDue(): void;
  /** Forgets every timer; the time stays. */
  clear(): void;
  /** Forgets every timer and stops for good. */
  close(): void;
}

const LONGEST_SLEEP_MS = 60_000;

/** A virtual clock over the real one; everything that waits in the simulator waits on it. */
export function createVirtualClock(): VirtualClock {
  const heap = createTimerHeap();
  let offset = 0;
  let moment: number | null = null;
  let order = 0;
  let closed = false;
  let alarm: NodeJS.Timeout | null = null;
  let alarmAt = Infinity;

  const present = () => Date.now() + offset;

  function runUntil(end: number): void {
    for (let due = heap.peek(); due !== null && due.at <= end; due = heap.peek()) {
      heap.pop();
      moment = due.at;
      try {
        due.run();
      } finally {
        moment = null;
      }
    }
  }

  function setAlarm(): void {
    const next = heap.peek();
    if (alarm !== null && next?.at === alarmAt) return;
    if (alarm !== null) clearTimeout(alarm);
    alarm = null;
    alarmAt = next?.at ?? Infinity;
    if (next === null || closed) return;
    alarm = setTimeout(ring, Math.min(Math.max(0, next.at - present()), LONGEST_SLEEP_MS));
  }

  function ring(): void {
    alarm = null;
    runUntil(present());
    setAlarm();
  }

  return {
    now: () => moment ?? present(),
    offsetMs: () => offset,
    in(delayMs, run) {
      order += 1;
      const at = (moment ?? present()) + Math.max(0, delayMs);
      const due: Due = { at, order, run, cancelled: false };
      if (!closed) heap.push(due);
      if (moment === null && at < alarmAt) setAlarm();
      return {
        cancel() {
          due.cancelled = true;
        },
      };
    },
    advance(ms) {
      runUntil(present() + ms);
      offset += ms;
      alarmAt = NaN;
      setAlarm();
    },
    runDue() {
      runUntil(present());
      setAlarm();
    },
    clear() {
      heap.clear();
      setAlarm();
    },
    close() {
      closed = true;
      heap.clear();
      if (alarm !== null) clearTimeout(alarm);
      alarm = null;
    },
  };
}
