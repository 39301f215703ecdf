import { describe, expect, it } from 'vitest';
import { maxBatch, Tempo } from './tempo';

/** A tempo after arrivals this far apart, until `ms` from the start. */
function after(ms: number, apartMs: number): Tempo {
  const tempo = new Tempo();
  for (let at = 0; at <= ms; at += apartMs) tempo.arrived(at);
  return tempo;
}

describe('work gathers for the next commit', () => {
  it('as long as the last one took, when nothing came meanwhile', () => {
    const tempo = after(1000, 100);
    const commit = { beganMs: 1000, endedMs: 1003, held: 1, areWaiting: false };
    expect(tempo.after(commit)).toEqual({ untilMs: 1006, enough: maxBatch, isAllEnough: false });
    expect(tempo.after({ ...commit, endedMs: 1500 }).untilMs).toBe(1510);
  });

  it('not at all when more came while the last one ran', () => {
    const commit = { beganMs: 1000, endedMs: 1003, held: 1, areWaiting: true };
    expect(after(1000, 100).after(commit).untilMs).toBe(1003);
  });

  it('for a while when much comes and the last one held little, whether some waits or not', () => {
    for (const areWaiting of [false, true]) {
      const commit = { beganMs: 1000, endedMs: 1001, held: 2, areWaiting };
      expect(after(1000, 2).after(commit)).toEqual({
        untilMs: 1005,
        enough: 8,
        isAllEnough: false,
      });
      expect(after(1000, 10).after(commit).untilMs).toBeLessThanOrEqual(1002);
    }
  });

  it('in a crowd until no more is on its way, three times as long as the last one took at the most', () => {
    for (const areWaiting of [false, true]) {
      const commit = { beganMs: 1000, endedMs: 1002, held: 30, areWaiting };
      const gathering = { untilMs: 1008, enough: maxBatch, isAllEnough: true };
      expect(after(1000, 0.2).after(commit)).toEqual(gathering);
      expect(after(1000, 0.2).after({ ...commit, endedMs: 1500 }).untilMs).toBe(1510);
    }
  });

  it('at once again after a burst is over', () => {
    const tempo = after(1000, 1);
    tempo.arrived(1201);
    const commit = { beganMs: 1201, endedMs: 1202, held: 1, areWaiting: false };
    expect(tempo.after(commit).untilMs).toBe(1203);
  });
});
