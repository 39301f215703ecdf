import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVirtualClock, type VirtualClock } from '../engine/clock';
import { createFaults } from '../engine/faults';
import { createIds } from '../engine/ids';
import { createRandom } from '../engine/random';
import { type CarrierEvent } from './carrier-event';
import { createDeliveryLog } from './delivery-log';
import { type PostWebhook } from './post-webhook';
import { createSigner } from './signer';
import { createWebhookSender } from './webhook-sender';

let clock: VirtualClock;
beforeEach(() => {
  vi.useFakeTimers();
  clock = createVirtualClock();
});
afterEach(() => {
  clock.close();
  vi.useRealTimers();
});

const event: CarrierEvent = {
  id: 'one',
  type: 'call.initiated',
  occurredAt: '2027-01-01T00:00:00.000000Z',
  payload: {},
  json: '{}',
  bare: false,
  route: {
    urls: ['http://first.test', 'http://second.test'],
    retryDelaysMs: [1000, 2000, 5000],
    timeoutMs: 2000,
    version: '2',
  },
};

function senderTo(post: PostWebhook, inFlight = 64) {
  const log = createDeliveryLog();
  const sender = createWebhookSender({
    clock,
    ids: createIds(),
    faults: createFaults(createRandom(1)),
    random: createRandom(2),
    signer: createSigner(),
    log,
    post,
    inFlight,
  });
  return { sender, log };
}

it('four attempts at 0, 1, 3 and 8 seconds, then four more at the other address', async () => {
  const start = Date.now();
  const made: [string, number][] = [];
  const { sender, log } = senderTo((url) => {
    made.push([url, Date.now() - start]);
    return Promise.resolve({ status: 503, headers: [], body: '' });
  });
  sender.send(event);
  await vi.advanceTimersByTimeAsync(60_000);
  const seconds = made.map(([url, ms]) => [url.slice(7), Math.round(ms / 1000)]);
  expect(seconds).toEqual([
    ['first.test', 0],
    ['first.test', 1],
    ['first.test', 3],
    ['first.test', 8],
    ['second.test', 13],
    ['second.test', 14],
    ['second.test', 16],
    ['second.test', 21],
  ]);
  expect(log.counts()).toMatchObject({ failed: 1, retrying: 0 });
});

it('no more are in flight at once than allowed, and all arrive', async () => {
  let inFlight = 0;
  let most = 0;
  const { sender, log } = senderTo(async () => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await new Promise((resolve) => setTimeout(resolve, 10));
    inFlight -= 1;
    return { status: 200, headers: [], body: '' };
  }, 3);
  for (let count = 0; count < 20; count += 1) sender.send(event);
  await vi.advanceTimersByTimeAsync(1000);
  expect(log.counts()).toMatchObject({ sent: 20, delivered: 20, pending: 0 });
  expect(most).toBe(3);
});
