import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBatch } from './batch';

describe('a batch', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const batchOf = (limit = 100) => {
    const heard: number[][] = [];
    const batch = createBatch<number>((items) => heard.push([...items]), { everyMs: 80, limit });
    return { batch, heard };
  };

  it('passes on at once what comes alone', () => {
    const { batch, heard } = batchOf();
    batch.add([1]);
    expect(heard).toEqual([[1]]);
  });

  it('gathers what follows within the time', () => {
    const { batch, heard } = batchOf();
    batch.add([1]);
    batch.add([2]);
    batch.add([3]);
    expect(heard).toEqual([[1]]);
    vi.advanceTimersByTime(80);
    expect(heard).toEqual([[1], [2, 3]]);
  });

  it('never hands over more than the limit at a time', () => {
    const { batch, heard } = batchOf(2);
    batch.add([1, 2, 3, 4, 5]);
    expect(heard).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('forgets what waits when it is cancelled', () => {
    const { batch, heard } = batchOf();
    batch.add([1]);
    batch.add([2]);
    batch.cancel();
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual([[1]]);
  });
});
