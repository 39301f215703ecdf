import nacl from 'tweetnacl';
import { afterEach, describe, expect, it } from 'vitest';
import { type Rehearsal, startRehearsal } from '../testing/rehearsal';
import { openWebhookInbox, type ReceivedWebhook } from '../testing/webhook-inbox';

let rehearsal: Rehearsal;
afterEach(() => rehearsal.close());

const verdict = ({ raw, headers }: ReceivedWebhook, publicKey: string) =>
  nacl.sign.detached.verify(
    Buffer.from(`${String(headers['telnyx-timestamp'])}|${raw}`),
    Buffer.from(String(headers['telnyx-signature-ed25519']), 'base64'),
    Buffer.from(publicKey, 'base64'),
  );

const attemptsOf = () => rehearsal.inbox.received.map(({ attempt }) => attempt);
const fault = (kind: string, more: object = {}) =>
  rehearsal.control('POST', '/faults', { kind, rate: 1, ...more });
const deliveries = async () => (await rehearsal.control('GET', '/state')).deliveries;

async function arrived(count: number): Promise<void> {
  await rehearsal.inbox.until((received) => received.length >= count);
}

describe('a webhook', () => {
  it('is signed over its timestamp and its bytes, which an independent library confirms', async () => {
    rehearsal = await startRehearsal();
    await rehearsal.ring();
    await arrived(1);
    const [received] = rehearsal.inbox.received;
    const { publicKey } = rehearsal.simulator;
    expect(verdict(received!, publicKey)).toBe(true);
    expect(verdict({ ...received!, raw: `${received!.raw} ` }, publicKey)).toBe(false);
    expect(Buffer.from(publicKey, 'base64')).toHaveLength(32);
    expect(received!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
      'telnyx-timestamp': expect.stringMatching(/^\d{10}$/) as unknown,
    });
    expect(received!.deliveredTo).toBe(rehearsal.inbox.url);
  });

  it('bears a time with microseconds that is greater than any before', async () => {
    rehearsal = await startRehearsal();
    const { id } = await rehearsal.conference();
    await rehearsal.client.conferences.actions.endConference(id, {});
    await rehearsal.settled();
    const times = rehearsal.inbox.received.map(({ occurredAt }) => occurredAt ?? '');
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(new Set(times).size).toBe(times.length);
    expect(rehearsal.inbox.types().at(-1)).toBe('conference.ended');
  });

  it('bears its time in both places, or only where the schema has it', async () => {
    rehearsal = await startRehearsal();
    await rehearsal.conference();
    await rehearsal.settled();
    const aString: unknown = expect.any(String);
    expect(rehearsal.inbox.of('conference.created')[0]?.body).toMatchObject({
      data: { occurred_at: aString, payload: { occurred_at: aString } },
    });
    await rehearsal.close();
    rehearsal = await startRehearsal({ switches: { strictOccurredAt: true, bareFloor: true } });
    await rehearsal.conference();
    await rehearsal.settled();
    const created = rehearsal.inbox.of('conference.created')[0]?.body;
    expect(created).not.toHaveProperty('data.occurred_at');
    expect(created).toHaveProperty('data.payload.occurred_at');
    const floor = rehearsal.inbox.of('conference.floor.changed')[0]?.body;
    expect(floor).not.toHaveProperty('data');
    expect(floor).toHaveProperty('meta.attempt', 1);
  });
});

describe('a webhook that is not taken', () => {
  it('comes again after 1, 2 and 5 seconds, signed anew, and is then given up', async () => {
    rehearsal = await startRehearsal();
    rehearsal.inbox.reply(() => 503);
    await rehearsal.ring();
    const waits = [1000, 2000, 5000];
    for (const [made, wait] of waits.entries()) {
      while (rehearsal.inbox.received.length < made + 2) await rehearsal.advance(wait);
    }
    await rehearsal.settled();
    const { data } = await rehearsal.client.webhookDeliveries.list();
    const attempts = data[0]?.attempts?.toReversed() ?? [];
    for (const [at, wait] of waits.entries()) {
      const idle =
        Date.parse(attempts[at + 1]?.started_at ?? '') -
        Date.parse(attempts[at]?.finished_at ?? '');
      expect(idle).toBeGreaterThanOrEqual(wait);
    }
    expect(attemptsOf()).toEqual([1, 2, 3, 4]);
    expect(new Set(rehearsal.inbox.received.map(({ id }) => id)).size).toBe(1);
    for (const each of rehearsal.inbox.received) {
      expect(verdict(each, rehearsal.simulator.publicKey)).toBe(true);
    }
    expect(await deliveries()).toEqual({
      sent: 1,
      delivered: 0,
      failed: 1,
      retrying: 0,
      pending: 0,
    });
  });

  it.each([408, 429, 500])('because of a %i is tried again', async (status) => {
    rehearsal = await startRehearsal({ switches: { retryDelaysMs: [0] } });
    rehearsal.inbox.reply(({ attempt }) => (attempt === 1 ? status : 200));
    await rehearsal.ring();
    await arrived(2);
    await rehearsal.settled();
    expect(await deliveries()).toMatchObject({ delivered: 1, failed: 0 });
  });

  it.each([400, 401, 404, 413])('because of a %i is not tried again', async (status) => {
    rehearsal = await startRehearsal({ switches: { retryDelaysMs: [0] } });
    rehearsal.inbox.reply(() => status);
    await rehearsal.ring();
    await rehearsal.settled();
    expect(attemptsOf()).toEqual([1]);
    expect(await deliveries()).toMatchObject({ delivered: 0, failed: 1 });
  });

  it('in time is tried again', async () => {
    rehearsal = await startRehearsal({ switches: { retryDelaysMs: [0], webhookTimeoutMs: 30 } });
    rehearsal.inbox.reply(({ attempt }) => (attempt === 1 ? null : 200));
    await rehearsal.ring();
    await arrived(2);
    await rehearsal.settled();
    expect(attemptsOf()).toEqual([1, 2]);
  });

  it('goes to the other address when the first keeps failing', async () => {
    const other = await openWebhookInbox();
    rehearsal = await startRehearsal({
      webhookUrl: 'http://127.0.0.1:9/nobody',
      webhookUrlFailover: other.url,
      switches: { retryDelaysMs: [0, 0] },
    });
    await rehearsal.ring();
    await other.until((received) => received.length === 1);
    expect(other.received[0]).toMatchObject({ attempt: 4, deliveredTo: other.url });
    await rehearsal.settled();
    const { data } = await rehearsal.client.webhookDeliveries.list();
    expect(data[0]?.attempts?.map(({ status }) => status)).toEqual([
      'delivered',
      'failed',
      'failed',
      'failed',
    ]);
    await other.close();
  });
});

describe('a fault', () => {
  it('duplicate sends the same event twice', async () => {
    rehearsal = await startRehearsal();
    await fault('duplicate');
    await rehearsal.ring();
    await arrived(2);
    const [one, two] = rehearsal.inbox.received;
    expect(two?.id).toBe(one?.id);
  });

  it('drop loses an event, which the delivery log shows as failed', async () => {
    rehearsal = await startRehearsal();
    await fault('drop', { count: 1 });
    await rehearsal.ring();
    await rehearsal.ring();
    await rehearsal.settled();
    expect(rehearsal.inbox.received).toHaveLength(1);
    const { data } = await rehearsal.client.webhookDeliveries.list({
      filter: { status: { eq: 'failed' } },
    });
    expect(data).toMatchObject([{ attempts: [] }]);
  });

  it('delay holds events back', async () => {
    rehearsal = await startRehearsal();
    await fault('delay', { ms: 5000, count: 1 });
    await rehearsal.ring('+12125550101');
    await rehearsal.ring('+12125550102');
    await arrived(1);
    expect(rehearsal.inbox.received[0]?.payload.from).toBe('+12125550102');
    await rehearsal.advance(5000);
    await arrived(2);
  });

  it('reorder lets later events overtake', async () => {
    rehearsal = await startRehearsal();
    await fault('reorder', { ms: 5000 });
    for (let count = 0; count < 12; count += 1) await rehearsal.ring();
    for (let step = 0; step < 50; step += 1) await rehearsal.advance(100);
    await arrived(12);
    const times = rehearsal.inbox.received.map(({ occurredAt }) => occurredAt ?? '');
    expect(times).not.toEqual(times.toSorted());
  });

  it('burst gathers events and lets them go together', async () => {
    rehearsal = await startRehearsal();
    await fault('burst', { ms: 4000 });
    await rehearsal.ring();
    await rehearsal.ring();
    await rehearsal.advance(3000);
    expect(rehearsal.inbox.received).toHaveLength(0);
    await rehearsal.advance(1000);
    await arrived(2);
  });

  it('skew makes the timestamp stale, although the signature is right', async () => {
    rehearsal = await startRehearsal();
    await fault('skew', { ms: -600_000 });
    await rehearsal.ring();
    await arrived(1);
    const [received] = rehearsal.inbox.received;
    const age = Date.now() / 1000 - Number(received!.headers['telnyx-timestamp']);
    expect(age).toBeGreaterThan(300);
    expect(verdict(received!, rehearsal.simulator.publicKey)).toBe(true);
  });
});
