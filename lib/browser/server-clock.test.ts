import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServerClock } from './server-clock';

describe('the clock of the server', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_400 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is this machine’s until an answer corrects it by half the way there and back', () => {
    const clock = createServerClock();
    expect(clock.now()).toBe(1_000_400_000);
    clock.learn(2_000_000_000, 1_000_300, 1_000_400);
    expect(clock.now()).toBe(2_000_050_000);
  });

  it('believes the quicker of two answers', () => {
    const clock = createServerClock();
    clock.learn(5_000_000_000, 1_000_395, 1_000_400);
    clock.learn(9_000_000_000, 1_000_000, 1_000_400);
    expect(clock.now()).toBe(5_000_002_500);
  });

  it('ticks for all listeners on the whole second, with one timer', () => {
    const clock = createServerClock();
    const heard: number[] = [];
    const stops = [
      clock.subscribe(() => heard.push(clock.tick())),
      clock.subscribe(() => undefined),
    ];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1600);
    expect(heard).toEqual([1_001_000_000, 1_002_000_000]);
    for (const stop of stops) stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
