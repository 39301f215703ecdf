import { describe, expect, it } from 'vitest';
import { type ActivityDraft, createRepeats } from './repeats';

function refusalFrom(address: string): ActivityDraft {
  return {
    ...{ at: 1, actor: null, role: null, action: 'session.signIn', conference: null },
    target: { kind: 'person', id: null, name: 'ada@example.com' },
    ...{ outcome: 'refused', why: 'not-accepted', roundTripMs: 1, address, requestId: 'r' },
    detail: {},
  };
}

describe('refusals without end', () => {
  it('write a bounded number of lines a minute, and leave none uncounted', () => {
    const clock = { now: 0 };
    const repeats = createRepeats(() => clock.now, 20);
    const tries = 10_000;
    let written = 0;
    for (let i = 0; i < tries; i += 1) {
      const address = `192.0.2.${i % 200}`;
      if (repeats.take(address, refusalFrom(address)) !== null) written += 1;
    }
    expect(written).toBeLessThanOrEqual(21 * 5);
    expect(repeats.ended(false)).toEqual([]);
    clock.now += 60_000_000;
    const counted = repeats.ended(false);
    const more = counted.map(({ detail }) => Number(detail.repeats));
    expect(written + more.reduce((sum, one) => sum + one, 0)).toBe(tries);
    expect(counted).toHaveLength(21);
    expect(counted.filter(({ address }) => address === null)).toHaveLength(1);
    expect(counted.every(({ target }) => target === null)).toBe(true);
  });

  it('begin anew when their minute is over', () => {
    const clock = { now: 0 };
    const repeats = createRepeats(() => clock.now, 20);
    for (let i = 0; i < 6; i += 1) repeats.take('a', refusalFrom('a'));
    clock.now += 60_000_000;
    expect(repeats.ended(false)).toMatchObject([{ address: 'a', detail: { repeats: 1 } }]);
    expect(repeats.take('a', refusalFrom('a'))).not.toBeNull();
    expect(repeats.ended(true)).toEqual([]);
  });
});
