import { expect, it } from 'vitest';
import { maxDeliveryBytes } from '@/lib/contract/limits';
import { createCarrierWatch } from '@/server/overview/carrier-watch';
import { carrierEvent } from '@/server/testing/carrier-events';
import { type Answer, hangUpAfter } from '@/server/testing/post-bytes';
import { createTestKey, headersOf, signedPost } from '@/server/testing/signed-post';
import { changed } from '@/server/testing/test-clock';
import { created, type Open, room } from './open-served-door';

const second = 1_000_000;

/** Posts that the carrier did not sign, or not lately. */
export function registerRefused(open: Open): void {
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
      countCalls: () => 0,
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

/** Bodies at the edge of what is taken, and beyond. */
export function registerLengths(open: Open): void {
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

/** A store that cannot take what came. */
export function registerFailures(open: Open): void {
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
