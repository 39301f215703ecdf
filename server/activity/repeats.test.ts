import { describe, expect, it } from 'vitest';
import { type ActivityDraft, createRepeats } from './repeats';

function refusalFrom(address: string, name = 'ada@example.com'): ActivityDraft {
  return {
    ...{ at: 1, actor: null, role: null, action: 'session.signIn', conference: null },
    target: { kind: 'person', id: null, name },
    ...{ outcome: 'refused', why: 'not-accepted', roundTripMs: 1, address, requestId: 'r' },
    detail: {},
  };
}

const most = { inAll: 24, each: 4 };

describe('refusals without end', () => {
  it('write a bounded number of lines a minute, and leave none uncounted', () => {
    const clock = { now: 0 };
    const repeats = createRepeats(() => clock.now, most);
    const tries = 10_000;
    let written = 0;
    for (let i = 0; i < tries; i += 1) {
      const address = `192.0.2.${i % 200}`;
      if (repeats.take(address, refusalFrom(address, `${i % 7}@example.com`)) !== null)
        written += 1;
    }
    expect(written).toBeLessThanOrEqual(24 * 5);
    expect(repeats.ended(false)).toEqual([]);
    clock.now += 60_000_000;
    const counted = repeats.ended(false);
    const more = counted.map(({ detail }) => Number(detail.repeats));
    expect(written + more.reduce((sum, one) => sum + one, 0)).toBe(tries);
    expect(counted).toHaveLength(25);
    expect(counted.filter(({ detail }) => detail.beyond === true)).toMatchObject([
      { action: 'session.signIn', why: 'not-accepted', address: null, target: null },
    ]);
  });

  it('are merged with their like only, and say on whom and from where', () => {
    const clock = { now: 0 };
    const repeats = createRepeats(() => clock.now, most);
    for (let i = 0; i < 7; i += 1) {
      for (const name of ['ada@example.com', 'bob@example.com'])
        repeats.take('a', refusalFrom('192.0.2.1', name));
    }
    repeats.take('a', { ...refusalFrom('192.0.2.1'), action: 'account.password' });
    expect(repeats.ended(true)).toMatchObject([
      { target: { name: 'ada@example.com' }, address: '192.0.2.1', detail: { repeats: 2 } },
      { target: { name: 'bob@example.com' }, address: '192.0.2.1', detail: { repeats: 2 } },
    ]);
  });

  it('of one owner take no more than that owner’s share', () => {
    const repeats = createRepeats(() => 0, most);
    for (let i = 0; i < 50; i += 1) repeats.take('a', refusalFrom('a', `${i}@example.com`));
    expect(repeats.take('b', refusalFrom('b'))).not.toBeNull();
    expect(repeats.ended(true)).toMatchObject([
      { address: 'a', target: null, detail: { repeats: 46, beyond: true } },
    ]);
  });

  it('begin anew when their minute is over', () => {
    const clock = { now: 0 };
    const repeats = createRepeats(() => clock.now, most);
    for (let i = 0; i < 6; i += 1) repeats.take('a', refusalFrom('a'));
    clock.now += 60_000_000;
    expect(repeats.ended(false)).toMatchObject([{ address: 'a', detail: { repeats: 1 } }]);
    expect(repeats.take('a', refusalFrom('a'))).not.toBeNull();
    expect(repeats.ended(true)).toEqual([]);
  });
});
