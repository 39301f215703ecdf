import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVirtualClock, type VirtualClock } from './clock';

let clock: VirtualClock;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  clock = createVirtualClock();
});
afterEach(() => {
  clock.close();
  vi.useRealTimers();
});

it('what falls due while time is moved happens at its own moment, in order', () => {
  const seen: [string, number][] = [];
  const note = (name: string) => () => seen.push([name, clock.now()]);
  clock.in(300, note('late'));
  clock.in(100, () => {
    note('early')();
    clock.in(50, note('caused'));
  });
  clock.in(300, note('later, same moment'));
  clock.advance(1000);
  expect(seen).toEqual([
    ['early', 1_000_100],
    ['caused', 1_000_150],
    ['late', 1_000_300],
    ['later, same moment', 1_000_300],
  ]);
  expect(clock.now()).toBe(1_001_000);
  expect(clock.offsetMs()).toBe(1000);
});

it('timers fire by themselves as real time passes, also after time was moved', () => {
  const run = vi.fn();
  clock.in(10_000, run);
  clock.advance(6000);
  vi.advanceTimersByTime(3999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

it('a wait longer than the longest sleep still ends on time', () => {
  const run = vi.fn();
  clock.in(150_000, run);
  vi.advanceTimersByTime(149_999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

it('a cancelled timer does not fire, and hides nothing behind it', () => {
  const cancelled = vi.fn();
  const run = vi.fn();
  const timer = clock.in(100, cancelled);
  clock.in(200, run);
  timer.cancel();
  clock.advance(200);
  expect(cancelled).not.toHaveBeenCalled();
  expect(run).toHaveBeenCalledOnce();
});

it('after a clear or a close nothing fires', () => {
  const run = vi.fn();
  clock.in(100, run);
  clock.clear();
  clock.advance(200);
  clock.close();
  clock.in(0, run);
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
});
