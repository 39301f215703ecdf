import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { pacedStore } from './paced-store';

describe('a paced store', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const paced = () => {
    const store = createStore(() => 0);
    const looked = pacedStore(store, 800);
    const seen: number[] = [];
    const stop = looked.subscribe((value) => seen.push(value));
    return { store, looked, seen, stop };
  };

  it('shows the first change at once', () => {
    const { store, looked, seen } = paced();
    store.setState(1);
    vi.advanceTimersByTime(0);
    expect(looked.getState()).toBe(1);
    expect(seen).toEqual([1]);
  });

  it('shows of what follows within the time only the newest', () => {
    const { store, looked, seen } = paced();
    store.setState(1);
    vi.advanceTimersByTime(0);
    for (const value of [2, 3]) store.setState(value);
    expect(looked.getState()).toBe(1);
    vi.advanceTimersByTime(800);
    expect(looked.getState()).toBe(3);
    expect(seen).toEqual([1, 3]);
  });

  it('stands still between two looks, whoever asks', () => {
    const { store, looked } = paced();
    store.setState(1);
    vi.advanceTimersByTime(0);
    store.setState(2);
    vi.advanceTimersByTime(799);
    expect(looked.getState()).toBe(1);
  });

  it('hears of what changed while nobody listened', () => {
    const { store, looked, stop } = paced();
    stop();
    store.setState(5);
    expect(looked.getState()).toBe(0);
    looked.subscribe(() => undefined);
    vi.advanceTimersByTime(0);
    expect(looked.getState()).toBe(5);
  });

  it('tells nobody who has stopped listening', () => {
    const { store, seen, stop } = paced();
    store.setState(1);
    vi.advanceTimersByTime(0);
    store.setState(2);
    stop();
    vi.advanceTimersByTime(800);
    expect(seen).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
