import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { maxDeliveryBytes } from '@/lib/contract/limits';
import { createCarrierWatch } from '@/server/overview/carrier-watch';
import {
  carrierEvent,
  documentedPayloads,
  testConnectionId,
} from '@/server/testing/carrier-events';
import { openTestDoor, type TestDoor, type TestDoorOptions } from '@/server/testing/open-test-door';
import { createTestKey, headersOf, signedPost } from '@/server/testing/signed-post';
import { closed, listen } from '@/server/testing/test-carrier';
import { changed } from '@/server/testing/test-clock';
import type { ReceiveDelivery } from '../receive-delivery';

/** What a door answered. */
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string | undefined;
}

interface OpenDoor extends TestDoor {
  readonly url: string;
  /** Posts bytes as they are. */
  send(body: Buffer | string, headers: Record<string, string>): Promise<Answer>;
  /** Posts an event as the carrier does, now. */
  deliver(event: unknown): Promise<Answer>;
  /** The newest row of the delivery log. */
  newest(): Promise<Awaited<ReturnType<TestDoor['deliveries']>>[number] | undefined>;
  /** How many events there are of the test's conference. */
  events(): Promise<number>;
}

type Serve = (receive: ReceiveDelivery) => RequestListener | Promise<RequestListener>;
type Open = (options?: TestDoorOptions) => Promise<OpenDoor>;

const created = carrierEvent('conference.created');
const room = `conference:${documentedPayloads['conference.created'].conference_id}` as const;
const second = 1_000_000;

/** What every webhook door does, over real HTTP: `serve` puts the one function behind it. */
export function registerDoorContract(name: string, serve: Serve): void {
  const open: Open = async (options) => {
    const door = await openTestDoor(options);
    const server = createServer(await serve(door.receive));
    const url = `${await listen(server)}/api/webhooks/telnyx`;
    onTestFinished(async () => {
      await closed(server);
      await door.close();
    });
    const send: OpenDoor['send'] = (body, headers) => post(url, body, headers);
    return {
      ...door,
      url,
      send,
      deliver: (event) => {
        const made = door.post(event);
        return send(made.body, headersOf(made));
      },
      newest: async () => (await door.deliveries())[0],
      events: async () => (await door.store.readStream(room))?.seq ?? 0,
    };
  };

  describe(name, () => {
    describe('given a signed delivery', () => {
      registerSigned(open);
    });
    describe('given a repeat', () => {
      registerRepeats(open);
    });
    describe('given what is not the carrier’s', () => {
      registerRefused(open);
    });
    describe('given a body that is too long or too short', () => {
      registerLengths(open);
    });
    describe('with a store that fails', () => {
      registerFailures(open);
    });
  });
}

function registerSigned(open: Open): void {
  it('stores it before it answers 200', async () => {
    const door = await open();
    const answer = await door.deliver(created);
    expect(answer).toMatchObject({ status: 200, type: 'application/json' });
    expect(JSON.parse(answer.body)).toEqual({ status: 200, message: 'Stored' });
    expect(await door.events()).toBe(1);
    expect(door.log.peek(room)?.state.created?.id).toBe(created.data.id);
    expect(door.verified).toHaveLength(1);
  });

  it('writes it down in the delivery log', async () => {
    const door = await open();
    await door.deliver(carrierEvent('call.answered', { meta: { attempt: 3 } }));
    const row = await door.newest();
    expect(row).toMatchObject({
      verdict: 'stored',
      eventId: 'event-of-call.answered',
      eventType: 'call.answered',
      receivedAt: door.clock.now(),
      occurredAt: 1_789_000_000_123_456,
      attempt: 3,
      connectionId: testConnectionId,
      isOurs: true,
      detail: null,
    });
    expect(row?.bytes).toBeGreaterThan(100);
    expect(row?.latencyMs).toBeGreaterThan(0);
  });

  it('says of which application it is', async () => {
    const door = await open();
    await door.deliver(carrierEvent('call.answered', { payload: { connection_id: '99' } }));
    expect(await door.newest()).toMatchObject({ connectionId: '99', isOurs: false });
    await door.deliver(carrierEvent('call.hangup', { payload: { connection_id: null } }));
    const rows = await door.deliveries();
    expect(rows.map(({ isOurs }) => isOurs)).toContain(null);
  });

  it.each([
    ['of an unknown type', { ...created.data, event_type: 'conference.renamed' }, 'unknown-type'],
    ['of a shape that cannot be read', { ...created.data, payload: {} }, 'unreadable'],
    ['without a payload', { ...created.data, payload: undefined }, 'unreadable'],
    [
      'of webhook API version 1',
      { id: 'e1', event_type: 'call_hangup', created_at: 'then', payload: {} },
      'version-1',
    ],
  ])('keeps one %s and answers 200, for it would not come again', async (_what, data, verdict) => {
    const door = await open();
    expect((await door.deliver({ data })).status).toBe(200);
    expect(await door.newest()).toMatchObject({ verdict, eventId: data.id });
    expect(await door.events()).toBe(0);
    expect((await door.deliver({ data })).body).toContain('Known already');
  });

  it.each(['{"data":', 'conference=1', '', '\u0000'])(
    'answers 400 to one that is no JSON: %j',
    async (text) => {
      const door = await open();
      expect((await door.deliver(text)).status).toBe(400);
      expect(await door.newest()).toMatchObject({ verdict: 'not-json' });
    },
  );

  it.each(['{}', '[]', 'null', '7', '{"data":{"event_type":"call.hangup"}}'])(
    'answers 400 to one without an id: %s',
    async (json) => {
      const door = await open();
      expect((await door.deliver(json)).status).toBe(400);
      expect(await door.newest()).toMatchObject({ verdict: 'unreadable', detail: 'no id' });
    },
  );

  it('keeps one whose text no database takes', async () => {
    const door = await open();
    const odd = carrierEvent('conference.created', {
      id: 'half a pair \ud83d and \u0000',
      payload: { conference_id: 'nul \u0000', client_state: '\udc00' },
    });
    expect((await door.deliver(odd)).body).toContain('Stored');
    expect((await door.deliver(odd)).body).toContain('Known already');
  });

  it('keeps one that is nested as deep as a body can be', async () => {
    const door = await open();
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify(created).replace('"client_state":null', `"client_state":${deep}`);
    expect((await door.deliver(text)).status).toBe(200);
    expect(await door.events()).toBe(1);
  });
}

function registerRepeats(open: Open): void {
  it('answers 200 and changes nothing', async () => {
    const door = await open();
    await door.deliver(created);
    const before = door.log.peek(room);
    door.clock.advance(second);
    const again = await door.deliver({ ...created, meta: { attempt: 2 } });
    expect(again).toMatchObject({ status: 200 });
    expect(JSON.parse(again.body)).toEqual({ status: 200, message: 'Known already' });
    expect(door.log.peek(room)).toEqual(before);
    const rows = await door.deliveries();
    expect(rows.map(({ verdict, attempt }) => [verdict, attempt])).toEqual([
      ['repeat', 2],
      ['stored', 1],
    ]);
  });

  it('knows it after a restart', async () => {
    const door = await open();
    await door.deliver(created);
    const restarted = await door.reopen();
    onTestFinished(() => restarted.close());
    expect(await restarted.receive(restarted.post(created))).toMatchObject({
      status: 200,
      message: 'Known already',
    });
  });

  it('takes one of many that come at once', async () => {
    const door = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => door.deliver(created)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ body }) => body.includes('Stored'))).toHaveLength(1);
    expect(await door.events()).toBe(1);
    const rows = await door.deliveries();
    expect(rows.filter(({ verdict }) => verdict === 'repeat')).toHaveLength(19);
  });
}

function registerRefused(open: Open): void {
  it('answers the same 401 to all, and keeps none', async () => {
    const door = await open();
    const now = door.clock.now() / second;
    const body = Buffer.from(JSON.stringify(created));
    const signed = headersOf(signedPost(door.key, created, now));
    const at = (seconds: number) => headersOf(signedPost(door.key, created, now + seconds));
    const without = (name: keyof typeof signed) => ({ ...signed, [name]: undefined });
    const attempts: [string, object][] = [
      ['missing-signature', {}],
      ['missing-signature', without('telnyx-signature-ed25519')],
      ['missing-signature', without('telnyx-timestamp')],
      ['bad-signature', { ...signed, 'telnyx-signature-ed25519': 'none' }],
      ['bad-signature', { ...signed, 'telnyx-timestamp': 'now' }],
      ['bad-signature', headersOf(signedPost(createTestKey(), created, now))],
      ['bad-signature', headersOf(signedPost(door.key, 'another body', now))],
      ['stale', at(-301)],
      ['stale', at(301)],
    ];
    const answers: Answer[] = [];
    for (const [verdict, given] of attempts) {
      const headers = Object.entries(given).filter(([, value]) => value !== undefined);
      answers.push(await door.send(body, Object.fromEntries(headers)));
      expect(door.watch.heads()[0]).toMatchObject({ verdict, bytes: body.length });
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]).toMatchObject({ status: 401, type: 'application/json' });
    expect((await door.store.listDeliveries({ limit: 9 })).items).toEqual([]);
    expect(await door.events()).toBe(0);
    expect(door.verified).toEqual([]);
  });

  it('says how far off a stale one is', async () => {
    const door = await open();
    const now = door.clock.now() / second;
    const sendAt = (seconds: number) => {
      const made = signedPost(door.key, created, now + seconds);
      return door.send(made.body, headersOf(made));
    };
    await sendAt(-4000);
    expect(await door.newest()).toMatchObject({ detail: '4000 s in the past' });
    door.clock.advance(second);
    await sendAt(4001);
    expect(await door.newest()).toMatchObject({ detail: '4000 s in the future' });
  });

  it('raises “clock or key wrong” after more than five stale ones in a minute', async () => {
    const door = await open();
    const watch = createCarrierWatch({
      isSimulator: false,
      now: door.clock.now,
      hasLiveCalls: () => false,
      isClockOrKeyWrong: door.watch.isClockOrKeyWrong,
    });
    const old = signedPost(door.key, created, door.clock.now() / second - 4000);
    for (let i = 0; i < 5; i += 1) await door.send(old.body, headersOf(old));
    expect(watch.row().troubles).toEqual([]);
    await door.send(old.body, headersOf(old));
    expect(watch.row().troubles).toEqual(['clock-or-key']);
    door.clock.advance(60 * second);
    expect(watch.row().troubles).toEqual([]);
    await door.send(old.body, headersOf(old));
    expect(watch.row().troubles).toEqual([]);
  });

  it('remembers the newest 200 heads, and counts all', async () => {
    const door = await open();
    for (let i = 0; i < 205; i += 1) await door.send(`${i}`, {});
    expect(door.watch.heads()).toHaveLength(200);
    expect(door.watch.heads()[0]?.bytes).toBe(3);
    expect(door.watch.counts()).toEqual({ 'missing-signature': 205 });
  });
}

function registerLengths(open: Open): void {
  const sized = (bytes: number) => {
    const padding = bytes - Buffer.byteLength(JSON.stringify({ ...created, padding: '' }));
    return { ...created, padding: 'x'.repeat(padding) };
  };

  it('takes 256 kB', async () => {
    const door = await open();
    expect((await door.deliver(sized(maxDeliveryBytes))).status).toBe(200);
    expect((await door.newest())?.bytes).toBe(maxDeliveryBytes);
  });

  it.each([
    ['said to be long', maxDeliveryBytes + 1, {}],
    ['said to be very long', 8 * maxDeliveryBytes, {}],
    ['of unsaid length', maxDeliveryBytes + 1, { 'transfer-encoding': 'chunked' }],
    ['of unsaid great length', 8 * maxDeliveryBytes, { 'transfer-encoding': 'chunked' }],
  ])('answers 413 to a body %s, and goes on', async (_how, bytes, headers) => {
    const door = await open();
    const made = door.post(sized(bytes));
    const answer = await door.send(made.body, { ...headersOf(made), ...headers });
    expect(answer).toMatchObject({ status: 413, type: 'application/json' });
    expect(await door.newest()).toMatchObject({ verdict: 'too-large' });
    expect((await door.deliver(created)).body).toContain('Stored');
  });

  it('answers 401 to a body that lost its end', async () => {
    const door = await open();
    const made = door.post(created);
    const answer = await door.send(made.body.subarray(0, -1), headersOf(made));
    expect(answer.status).toBe(401);
  });

  it('forgets one whose sender goes away in the middle, and goes on', async () => {
    const door = await open();
    const made = door.post(created);
    await hangUpAfter(door.url, made.body.subarray(0, 20), {
      ...headersOf(made),
      'content-length': String(made.body.length),
    });
    expect((await door.deliver(carrierEvent('call.answered'))).status).toBe(200);
    expect(await door.events()).toBe(0);
    expect((await door.deliveries()).map(({ verdict }) => verdict)).toEqual(['stored']);
  });
}

function registerFailures(open: Open): void {
  it('answers 503, and takes the next and the same again when it works', async () => {
    let isBroken = true;
    const door = await open({
      wrapStore: (store) =>
        changed(store, {
          transact: (work) =>
            isBroken ? Promise.reject(new Error('The disk is full')) : store.transact(work),
        }),
    });
    expect(await door.deliver(created)).toMatchObject({ status: 503, type: 'application/json' });
    expect(door.failures).toMatchObject([{ message: 'The disk is full' }]);
    expect(door.verified).toEqual([]);
    expect(door.log.peek(room)).toBeUndefined();
    isBroken = false;
    expect((await door.deliver(carrierEvent('conference.ended'))).status).toBe(200);
    expect((await door.deliver(created)).body).toContain('Stored');
    expect(await door.events()).toBe(2);
  });

  it('answers 503 to those only that it fails on', async () => {
    const door = await open({
      wrapStore: (store) =>
        changed(store, {
          transact: (work) =>
            store.transact(async (tx) => {
              const insert = tx.insertDeliveries.bind(tx);
              tx.insertDeliveries = async (rows) => {
                await insert(rows);
                if (rows.some(({ eventId }) => eventId === 'bad')) throw new Error('Not this one');
              };
              return work(tx);
            }),
        }),
    });
    const ids = ['one', 'two', 'bad', 'three', 'four'];
    const answers = await Promise.all(
      ids.map((id) => door.deliver(carrierEvent('conference.created', { id }))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200, 200]);
    const events = await door.store.readEvents(room, { limit: 9 });
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(events.map(({ id }) => id).sort()).toEqual(['four', 'one', 'three', 'two']);
  });
}

function post(
  url: string,
  body: Buffer | string,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isChunked = 'transfer-encoding' in headers;
    const length = isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = httpRequest(url, { method: 'POST', headers: { ...headers, ...length } });
    let hasAnswer = false;
    request.on('response', (response) => {
      hasAnswer = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const type = response.headers['content-type'];
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), type });
      });
    });
    // A door that has heard enough answers and hangs up while we still send.
    request.on('error', (error) => {
      if (!hasAnswer) reject(error);
    });
    request.end(body);
  });
}

function hangUpAfter(url: string, part: Buffer, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'POST', headers });
    request.on('error', () => {
      resolve();
    });
    request.write(part, () => {
      request.destroy(new Error('Gone'));
    });
  });
}
