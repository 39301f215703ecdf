import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openTestCore } from '@/server/testing/open-test-core';
import { closed, listen } from '@/server/testing/test-carrier';
import { sealed, unsealed } from './sealed-secret';
import { alertIs, tight, waitsIn } from './testing/support-queue';

const env = { OUTBOUND_HOSTS: '127.0.0.1' };
const patience = { timeout: 10_000, interval: 20 };

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody else's server, that answers with what `statuses` says, and then with 204. */
async function receiver(statuses: number[] = []) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 204).end();
    });
  });
  const url = await listen(server);
  onTestFinished(() => closed(server));
  return { url: `${url}/hook`, heard };
}

/** As README says that a receiver is to do it. */
function isGenuine(secret: string, { headers, body }: Heard): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  const expected = createHmac('sha256', key).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
}

describe('the webhook of alerts', () => {
  it('tells each thing that happens to an alert, signed, and again until it is taken', async () => {
    const rostrum = await openTestCore({ env });
    const { url, heard } = await receiver([500, 302]);
    const saved = await rostrum.send('PUT', '/api/alert-webhook', { url });
    const secret = String(saved.body.secret);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await rostrum.send('PUT', '/api/targets/support', tight);
    await waitsIn(rostrum, 'support');
    rostrum.clock.advance(61_000);
    const alert = await alertIs(rostrum, 'warning');
    await vi.waitFor(() => {
      expect(heard).toHaveLength(3);
    }, patience);
    await rostrum.post(`/api/alerts/${alert.id}/acknowledge`, undefined);
    await vi.waitFor(() => {
      expect(heard).toHaveLength(4);
    }, patience);
    expect(heard.every((one) => isGenuine(secret, one))).toBe(true);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    const [first, , , last] = heard.map(({ body }) => JSON.parse(body) as unknown);
    expect(first).toMatchObject({
      type: 'alert.raised',
      data: { id: alert.id, queue: 'support', measure: 'longestWait', unit: 'seconds' },
    });
    expect(last).toMatchObject({
      type: 'alert.acknowledged',
      data: { acknowledgedBy: expect.any(String) as string },
    });
    const { body } = await rostrum.get('/api/alert-webhook');
    expect(body).toMatchObject({ url, lastAttempt: { status: 204, problem: null } });
    expect(JSON.stringify(body)).not.toContain('whsec_');
  });

  it('keeps its secret when its address changes, and makes another when asked', async () => {
    const rostrum = await openTestCore({ env });
    const { url, heard } = await receiver();
    const save = async (body: object) =>
      (await rostrum.send('PUT', '/api/alert-webhook', body)).body.secret;
    const secret = String(await save({ url: `${url}/old` }));
    expect(await save({ url })).toBeNull();
    const trial = await rostrum.post('/api/alert-webhook/trial', undefined);
    expect(trial).toMatchObject({ status: 200, body: { status: 204, problem: null } });
    expect(isGenuine(secret, heard[0]!)).toBe(true);
    const other = String(await save({ url, renewsSecret: true }));
    expect(other).not.toBe(secret);
    await rostrum.post('/api/alert-webhook/trial', undefined);
    expect([secret, other].map((one) => isGenuine(one, heard[1]!))).toEqual([false, true]);
    await rostrum.send('DELETE', '/api/alert-webhook');
    expect((await rostrum.get('/api/alert-webhook')).body).toMatchObject({ url: null });
    expect((await rostrum.post('/api/alert-webhook/trial', undefined)).status).toBe(404);
  });

  it('is refused inside our own network, when it is saved and when it is used', async () => {
    const rostrum = await openTestCore();
    const put = (url: string) => rostrum.send('PUT', '/api/alert-webhook', { url });
    expect((await put('http://127.0.0.1:9/hook')).body.code).toBe('address-loopback');
    expect((await put('http://169.254.169.254/')).body.code).toBe('address-metadata');
    expect((await put('mail me')).body.code).toBe('address-unreadable');
    expect((await put('')).body).toMatchObject({ code: 'bad-request' });
    expect((await rostrum.get('/api/alert-webhook')).body.url).toBeNull();
  });
});

describe('the secret of the webhook', () => {
  it('is read by the installation that sealed it, and by no other', () => {
    const text = sealed('whsec_abc', 'ours');
    expect(text).not.toContain('whsec');
    expect(unsealed(text, 'ours')).toBe('whsec_abc');
    expect(unsealed(text, 'theirs')).toBeNull();
    expect(unsealed(`${text.slice(0, -6)}AAAAA=`, 'ours')).toBeNull();
  });
});
