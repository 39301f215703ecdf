import { describe, expect, it } from 'vitest';
import { aRecording } from '@/lib/browser/testing/a-recording';
import { deletionOf, partDone } from './recording-look';

describe('how a recording stands', () => {
  it('is a part of it once its size is known', () => {
    expect(partDone(aRecording('a', { bytes: 100, doneBytes: 64 }))).toBe(0.64);
    expect(partDone(aRecording('a', { bytes: null, doneBytes: 64 }))).toBeNull();
    expect(partDone(aRecording('a', { bytes: 50, doneBytes: 64 }))).toBe(1);
  });
});

describe('deleting several', () => {
  it('skips those under hold and those that are gone, and counts the sound of the others', () => {
    const hold = { by: { userId: 'grace', name: 'Grace' }, reason: 'a case', at: 1 };
    const rows = [
      aRecording('goes'),
      aRecording('held', { hold }),
      aRecording('gone', { state: 'deleted', hold }),
      aRecording('failed', { state: 'failed', durationMs: null }),
    ];
    const { going, held, gone, lengthMs } = deletionOf(rows);
    const ids = [going, held, gone].map((some) => some.map(({ id }) => id));
    expect(ids).toEqual([['goes', 'failed'], ['held'], ['gone']]);
    expect(lengthMs).toBe(60_000);
  });
});
