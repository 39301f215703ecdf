import { describe, expect, it, onTestFinished } from 'vitest';
import { carrierEvent, testConnectionId } from '@/server/testing/carrier-events';
import { registerFailures, registerLengths, registerRefused } from './door-refusals';
import { created, type Open, room, type Serve, servedDoors } from './open-served-door';

const second = 1_000_000;

/** What every webhook door does, over real HTTP: `serve` puts the one function behind it. */
export function registerDoorContract(name: string, serve: Serve): void {
  const open = servedDoors(serve);
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
