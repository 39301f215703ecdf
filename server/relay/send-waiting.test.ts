import { describe, expect, it } from 'vitest';
import type { OutboundAnswer } from '@/server/outbound/create-outbound';
import type { RelaySettlement, WaitingWebhook } from './ports';
import { createSendWaiting } from './send-waiting';

const setting = { address: 'https://app.example/', isOn: true, mark: 'ours' };
const second = 1_000_000;
const taken: OutboundAnswer = { kind: 'answered', status: 200, body: '' };
const busy: OutboundAnswer = { kind: 'answered', status: 503, body: '' };
const away: OutboundAnswer = { kind: 'unreachable', reason: 'connection', detail: 'ECONNREFUSED' };

function webhook(number: number, lane: string): WaitingWebhook {
  const headers = { contentType: null, userAgent: null, passedBy: null };
  return {
    number,
    lane,
    eventType: 'call.answered',
    headers: { signature: String(number), timestamp: '1', ...headers },
    body: Buffer.from(`{"number":${number}}`),
    expiresAt: 240 * second,
    tries: 0,
  };
}

/** What waits in memory, an application that answers as it is told, and a clock that only moves by hand. */
function stage(...waiting: WaitingWebhook[]) {
  let rows = waiting.map((one) => ({ ...one, dueAt: 0 }));
  let now = 0;
  let underWay = 0;
  let most = 0;
  let answers: (body: string) => OutboundAnswer = () => taken;
  const heard: string[] = [];
  const settlements: RelaySettlement[] = [];
  let rounds = 0;
  const send = createSendWaiting({
    now: () => now,
    table: {
      next: (at, limit) => Promise.resolve(rows.filter(({ dueAt }) => dueAt <= at).slice(0, limit)),
      expire: () => Promise.resolve(),
      settle: (settlement) => {
        settlements.push(settlement);
        const done = [...settlement.forwarded, ...settlement.givenUp.map(({ number }) => number)];
        rows = rows
          .filter(({ number }) => !done.includes(number))
          .map((row) => {
            const again = settlement.again.find(({ number }) => number === row.number);
            return again === undefined ? row : { ...row, dueAt: again.dueAt, tries: row.tries + 1 };
          });
        return Promise.resolve();
      },
    },
    outbound: {
      post: async (_address, { body }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        heard.push(body.toString());
        return answers(body.toString());
      },
    },
    idle: () => new Promise((resolve) => setImmediate(resolve)),
  });
  return {
    heard,
    settlements,
    most: () => most,
    waiting: () => rows.map(({ number }) => number),
    answer: (how: typeof answers) => {
      answers = how;
    },
    advance: (seconds: number) => {
      now += seconds * second;
    },
    /** Goes on until nothing more happens by itself. */
    settle: () => {
      rounds = 0;
      return send(setting, () => {
        rounds += 1;
        return rounds <= 4;
      });
    },
  };
}

const numbersOf = (heard: readonly string[]) =>
  heard.map((body) => (JSON.parse(body) as { number: number }).number);

describe('webhooks that wait', () => {
  it('of one call go one at a time, in the order in which they came', async () => {
    const { settle, heard, most, waiting } = stage(
      ...[1, 2, 3, 4, 5].map((number) => webhook(number, 'call:ada')),
    );
    await settle();
    expect(numbersOf(heard)).toEqual([1, 2, 3, 4, 5]);
    expect(most()).toBe(1);
    expect(waiting()).toEqual([]);
  });

  it('of many calls go sixteen at once, and no more', async () => {
    const many = Array.from({ length: 60 }, (_, i) => webhook(i + 1, `call:${i}`));
    const { settle, heard, most, waiting } = stage(...many);
    await settle();
    expect(most()).toBe(16);
    expect(new Set(numbersOf(heard)).size).toBe(60);
    expect(waiting()).toEqual([]);
  });

  it('wait for one of their call that is to be tried again, for some seconds', async () => {
    const ada = [webhook(1, 'call:ada'), webhook(2, 'call:ada'), webhook(3, 'call:bob')];
    const { settle, heard, answer, advance, waiting } = stage(...ada);
    answer((body) => (body.includes('1') ? busy : taken));
    await settle();
    expect(numbersOf(heard)).toEqual([1, 3]);
    for (const seconds of [1, 2]) {
      advance(seconds);
      await settle();
    }
    expect(numbersOf(heard)).toEqual([1, 3, 1, 1]);
    advance(4);
    await settle();
    expect(numbersOf(heard)).toEqual([1, 3, 1, 1, 1, 2]);
    expect(waiting()).toEqual([1]);
  });

  it('are tried one alone while the application is away, later each time', async () => {
    const many = Array.from({ length: 40 }, (_, i) => webhook(i + 1, `call:${i}`));
    const { settle, heard, answer, advance, waiting } = stage(...many);
    answer(() => away);
    await settle();
    expect(heard).toHaveLength(16);
    for (const seconds of [1, 2, 4]) {
      advance(seconds);
      await settle();
    }
    expect(heard).toHaveLength(19);
    answer(() => taken);
    advance(8);
    await settle();
    advance(16);
    await settle();
    expect(waiting()).toEqual([]);
  });

  it('that are refused for good are given up, and those that are too old to be tried again', async () => {
    const old = { ...webhook(2, 'call:bob'), expiresAt: second };
    const { settle, answer, settlements, waiting } = stage(webhook(1, 'call:ada'), old);
    answer((body) => (body.includes('1') ? { ...taken, status: 404 } : busy));
    await settle();
    expect(settlements.flatMap(({ givenUp }) => givenUp)).toEqual(
      expect.arrayContaining([
        { number: 1, reason: 'refused' },
        { number: 2, reason: 'too-old' },
      ]),
    );
    expect(settlements.flatMap(({ answers }) => answers.map(({ outcome }) => outcome))).toEqual([
      'given-up',
      'given-up',
    ]);
    expect(waiting()).toEqual([]);
  });
});
