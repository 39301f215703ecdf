import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregate } from './aggregate';
import type { DomainEvent, Numbered } from './event';
import type { CommandId } from './ids';
import {
  earlyLimit,
  foreseen,
  isBehind,
  type Live,
  notYetLive,
  type Snapshot,
  withEvents,
  withoutPending,
  withPending,
  withSnapshot,
} from './live';

interface Said extends DomainEvent {
  readonly type: 'said';
  readonly data: { readonly word: string };
}
type Words = readonly string[];

const words: Aggregate<Words, Said, string> = {
  version: 1,
  initial: () => [],
  evolve: (state, event) => [...state, event.data.word],
  foresee: (state, { command }) => [...state, `${command}?`],
};

const said = (seq: number, commandId: string | null = null): Numbered<Said> => ({
  seq,
  id: `e${seq}`,
  version: 1,
  source: 'carrier',
  actor: null,
  commandId: commandId as CommandId | null,
  occurredAt: seq,
  receivedAt: seq,
  type: 'said',
  data: { word: `w${seq}` },
});
const upTo = (seq: number): Snapshot<Words> => ({
  seq,
  state: Array.from({ length: seq }, (_, i) => `w${i + 1}`),
});
type LiveWords = Live<Words, Said, string>;
const fresh: LiveWords = notYetLive();
const at = (seq: number) => withSnapshot(words, fresh, upTo(seq));

describe('following a stream', () => {
  it('[FO1] an event heard twice counts once', () => {
    const once = withEvents(words, at(0), [said(1)]);
    expect(withEvents(words, once, [said(1)])).toBe(once);
    expect(withEvents(words, at(0), [said(1), said(1)]).confirmed).toEqual(upTo(1));
  });

  it('[FO2] an event with a gap before it waits, and the browser knows it is behind', () => {
    const live = withEvents(words, at(0), [said(2)]);
    expect(live.confirmed?.seq).toBe(0);
    expect(isBehind(live)).toBe(true);
    const whole = withEvents(words, live, [said(1)]);
    expect(whole.confirmed).toEqual(upTo(2));
    expect(isBehind(whole)).toBe(false);
  });

  it('[FO3] a snapshot older than what is held is ignored', () => {
    const live = at(7);
    expect(withSnapshot(words, live, upTo(5))).toBe(live);
  });

  it('[FO4] ends where the projection is, whatever was repeated, lost, reordered or late', () => {
    const anyDelivery = fc.record({ copies: fc.nat({ max: 2 }), delay: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(
        fc.array(anyDelivery, { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 4 }),
        fc.boolean(),
        (deliveries, answerDelay, asksForEvents) => {
          const total = deliveries.length;
          const arrivals = deliveries.flatMap(({ copies, delay }, i) => {
            const heard = i === total - 1 ? Math.max(1, copies) : copies;
            return Array.from({ length: heard }, () => ({ at: i + delay, seq: i + 1 }));
          });
          let live: LiveWords = fresh;
          let asked: { after: number | null; read: number; due: number } | null = {
            after: null,
            read: 0,
            due: answerDelay,
          };
          for (let now = 0; now < total + 20; now += 1) {
            const heard = arrivals.filter((arrival) => arrival.at === now);
            live = withEvents(
              words,
              live,
              heard.map(({ seq }) => said(seq)),
            );
            if (asked !== null && asked.due <= now) {
              const { after, read } = asked;
              live =
                after === null
                  ? withSnapshot(words, live, upTo(read))
                  : withEvents(
                      words,
                      live,
                      Array.from({ length: read - after }, (_, i) => said(after + i + 1)),
                    );
              asked = null;
            }
            if (asked === null && isBehind(live)) {
              const after = asksForEvents ? (live.confirmed?.seq ?? null) : null;
              asked = { after, read: Math.min(now + 1, total), due: now + answerDelay };
            }
            if (live.confirmed !== null) expect(live.confirmed).toEqual(upTo(live.confirmed.seq));
          }
          expect(live.confirmed?.seq).toBe(total);
          expect(isBehind(live)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[FO5] a pending command shows at once, and is over when its own event arrives', () => {
    const pending = { commandId: 'c1' as CommandId, command: 'shh', actor: null };
    const live = withPending(at(1), pending);
    expect(foreseen(words, live)).toEqual(['w1', 'shh?']);
    expect(foreseen(words, withoutPending(live, 'c1'))).toEqual(['w1']);
    const heard = withEvents(words, live, [said(2, 'c1')]);
    expect(heard.pending).toEqual([]);
    expect(foreseen(words, heard)).toEqual(['w1', 'w2']);
  });

  it('[FO6] keeps no more early events than it may', () => {
    const many = Array.from({ length: earlyLimit + 50 }, (_, i) => said(i + 2));
    expect(withEvents(words, at(0), many).early).toHaveLength(earlyLimit);
  });
});
