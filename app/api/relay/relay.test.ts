import { createServer, type IncomingHttpHeaders } from 'node:http';
import nacl from 'tweetnacl';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RelayView } from '@/lib/contract/relay';
import {
  carrierForOneTest,
  directoryForOneTest,
  openTestCore,
  type TestCore,
} from '@/server/testing/open-test-core';
import { closed, listen, type TestCarrier } from '@/server/testing/test-carrier';

const path = '/api/relay';
const env = { OUTBOUND_HOSTS: '127.0.0.1' };

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Another application, which keeps what it hears and answers as it is told. */
async function application(answer: (heard: readonly Heard[]) => number = () => 200) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(answer(heard)).end();
    });
  });
  const url = await listen(server);
  onTestFinished(() => closed(server));
  return { address: `${url}/hooks`, heard };
}

function isSigned({ headers, body }: Heard, { publicKey }: TestCarrier): boolean {
  const signed = Buffer.concat([Buffer.from(`${String(headers['telnyx-timestamp'])}|`), body]);
  const signature = Buffer.from(String(headers['telnyx-signature-ed25519']), 'base64');
  return nacl.sign.detached.verify(signed, signature, Buffer.from(publicKey, 'base64'));
}

const view = async (rostrum: TestCore) => (await rostrum.get(path)).body as unknown as RelayView;

const until = (rostrum: TestCore, condition: (seen: RelayView) => boolean, each?: () => void) =>
  vi.waitFor(
    async () => {
      each?.();
      const seen = await view(rostrum);
      expect(condition(seen), JSON.stringify(seen)).toBe(true);
      return seen;
    },
    { timeout: 10_000, interval: 20 },
  );

const eventIdOf = ({ body }: Heard) =>
  (JSON.parse(body.toString()) as { data: { id: string } }).data.id;

describe('forwarding of webhooks', () => {
  it('gives another application each of them, which verifies there, once', async () => {
    const rostrum = await openTestCore({ env });
    const { carrier } = rostrum;
    const { address, heard } = await application();
    const set = await rostrum.send('PUT', path, { address, isOn: true });
    expect(set).toMatchObject({ status: 200, body: { address, isOn: true, forwarded: 0 } });
    await carrier.conference(2);
    await carrier.settled();
    const stored = await rostrum.store.listDeliveries({ limit: 100 });
    await until(rostrum, ({ forwarded, waiting }) => waiting === 0 && forwarded > 0);
    expect(heard.map(eventIdOf).toSorted()).toEqual(
      stored.items.map(({ eventId }) => eventId).toSorted(),
    );
    expect(heard.every((one) => isSigned(one, carrier))).toBe(true);
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'telnyx-webhooks',
    });
    const { answers, forwarded } = await view(rostrum);
    expect(forwarded).toBe(stored.items.length);
    expect(answers[0]).toMatchObject({ outcome: 'forwarded', status: 200, trouble: null });
  });

  it('tries one again that the application could not take', async () => {
    const rostrum = await openTestCore({ env });
    const { address, heard } = await application((all) => (all.length < 3 ? 503 : 200));
    await rostrum.send('PUT', path, { address, isOn: true });
    await rostrum.carrier.ring();
    const { answers } = await until(
      rostrum,
      ({ forwarded }) => forwarded === 1,
      () => {
        rostrum.clock.advance(500);
      },
    );
    expect(new Set(heard.map(eventIdOf)).size).toBe(1);
    expect(answers.map(({ outcome, status }) => [outcome, status])).toEqual([
      ['forwarded', 200],
      ['again', 503],
      ['again', 503],
    ]);
  });

  it('does not try again what the application refuses for good', async () => {
    const rostrum = await openTestCore({ env });
    const { address, heard } = await application(() => 410);
    await rostrum.send('PUT', path, { address, isOn: true });
    await rostrum.carrier.ring();
    const seen = await until(rostrum, ({ givenUp }) => givenUp.refused === 1);
    expect(seen).toMatchObject({ waiting: 0, forwarded: 0 });
    expect(heard).toHaveLength(1);
  });

  it('gives up on what is 240 s old', async () => {
    const rostrum = await openTestCore({ env });
    await rostrum.send('PUT', path, { address: 'http://127.0.0.1:1/', isOn: true });
    await rostrum.carrier.ring();
    const { answers } = await until(rostrum, (seen) => seen.answers.length > 0);
    expect(answers[0]).toMatchObject({ outcome: 'again', status: null, trouble: 'connection' });
    rostrum.clock.advance(239_000);
    expect(await view(rostrum)).toMatchObject({ waiting: 1 });
    rostrum.clock.advance(12_000);
    await until(rostrum, ({ waiting, givenUp }) => waiting === 0 && givenUp['too-old'] === 1);
  });

  it('goes on after a restart with what waited', async () => {
    const carrier = await carrierForOneTest();
    const dataDir = directoryForOneTest();
    const first = await openTestCore({ env, carrier, dataDir });
    let isAway = true;
    const { address, heard } = await application(() => (isAway ? 503 : 200));
    await first.send('PUT', path, { address, isOn: true });
    await carrier.ring();
    await until(first, ({ answers }) => answers.length > 0);
    await first.stop();
    isAway = false;
    const second = await openTestCore({ env, carrier, dataDir });
    await until(
      second,
      ({ forwarded, waiting }) => forwarded === 1 && waiting === 0,
      () => {
        second.clock.advance(500);
      },
    );
    expect(new Set(heard.map(eventIdOf)).size).toBe(1);
  });

  it('to our own door ends there', async () => {
    const rostrum = await openTestCore({ env });
    const address = `${rostrum.url}/api/webhooks/telnyx`;
    await rostrum.send('PUT', path, { address, isOn: true });
    await rostrum.carrier.ring();
    await until(rostrum, ({ forwarded, waiting }) => forwarded === 1 && waiting === 0);
    const { items } = await rostrum.store.listDeliveries({ limit: 100 });
    expect(items.map(({ verdict }) => verdict)).toEqual(['repeat', 'stored']);
  });

  it('keeps nothing to forward while it is off', async () => {
    const rostrum = await openTestCore({ env });
    const { address, heard } = await application();
    await rostrum.send('PUT', path, { address, isOn: false });
    await rostrum.carrier.ring();
    await rostrum.carrier.settled();
    expect(await view(rostrum)).toMatchObject({ waiting: 0, forwarded: 0 });
    await rostrum.send('PUT', path, { address, isOn: true });
    await rostrum.carrier.ring('+12125559999');
    await until(rostrum, ({ forwarded }) => forwarded === 1);
    expect(heard).toHaveLength(1);
  });
});

describe('setting where webhooks are forwarded to', () => {
  it.each([
    ['http://127.0.0.1:9/', 'address-loopback', 'OUTBOUND_HOSTS'],
    ['http://169.254.169.254/latest', 'address-metadata', 'keys'],
    ['ftp://example.com/', 'address-not-http', 'https://'],
    ['example.com', 'address-unreadable', 'https://example.com/path'],
    ['', 'bad-request', 'Say where'],
  ])('to %s is refused with a sentence: %s', async (address, code, said) => {
    const rostrum = await openTestCore();
    const answer = await rostrum.send('PUT', path, { address, isOn: true });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(JSON.stringify(answer.body)).toContain(said);
    expect(await view(rostrum)).toMatchObject({ address: '', isOn: false, since: null });
  });

  it('is for administrators alone, and stands in activity by its host', async () => {
    const rostrum = await openTestCore({ env });
    const { address } = await application();
    const cookie = await rostrum.cookieOf('supervisor');
    for (const answer of [
      await rostrum.get(path, { cookie }),
      await rostrum.send('PUT', path, { address, isOn: true }, { cookie }),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    await rostrum.send('PUT', path, { address: `${address}?token=secret`, isOn: true });
    const { body } = await rostrum.get('/api/activity?action=relay.change');
    const [line] = body.items as Record<string, unknown>[];
    expect(line).toMatchObject({
      outcome: 'done',
      target: { kind: 'relay', name: new URL(address).host },
      detail: { change: 'turnedOn' },
    });
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});
