import { describe, expect, it } from 'vitest';
import { problemSchema } from '@/lib/contract/problem';
import type { Store } from '@/server/log/ports';
import { StoreError } from '@/server/store/store-error';
import { openTestCore } from '@/server/testing/open-test-core';
import { changed } from '@/server/testing/test-clock';

describe('health', () => {
  it('is live and ready', async () => {
    const rostrum = await openTestCore();
    expect((await rostrum.get('/api/health/live')).body).toEqual({ status: 'live' });
    const ready = await rostrum.get('/api/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready' }]);
  });

  it('is live but not ready while the store takes no writes', async () => {
    const check = () => Promise.reject(new StoreError('unavailable', 'It is away'));
    const rostrum = await openTestCore({ wrap: (store: Store) => changed(store, { check }) });
    expect((await rostrum.get('/api/health/live')).status).toBe(200);
    const answer = await rostrum.get('/api/health/ready');
    expect([answer.status, problemSchema.parse(answer.body).code]).toEqual([
      503,
      'store-unavailable',
    ]);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(JSON.stringify(answer.body)).not.toContain('away');
  });
});

describe('GET /api/metrics', () => {
  const token = 'a-token-of-the-tests';

  it('is Prometheus text for who brings the token', async () => {
    const rostrum = await openTestCore({ env: { METRICS_TOKEN: token } });
    await rostrum.carrier.conference(2);
    await rostrum.carrier.settled();
    const answer = await rostrum.get('/api/metrics', { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const { text } = answer.body;
    expect(text).toMatch(/^rostrum_deliveries_total\{verdict="verified"\} [1-9]/m);
    expect(text).toMatch(/^rostrum_events_total [1-9]/m);
    expect(text).toMatch(/^rostrum_live_streams [1-9]/m);
    expect(text).toMatch(/^rostrum_sockets 0$/m);
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer something-else' }],
    ['another scheme', { authorization: `Basic ${token}` }],
  ])('is not there for who brings %s', async (_, headers) => {
    const rostrum = await openTestCore({ env: { METRICS_TOKEN: token } });
    const answer = await rostrum.get('/api/metrics', headers);
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('is not there at all where no token is configured', async () => {
    const rostrum = await openTestCore();
    const answer = await rostrum.get('/api/metrics', { authorization: 'Bearer ' });
    expect(answer.status).toBe(404);
  });
});
