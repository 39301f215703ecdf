import Telnyx from 'telnyx';
import { expect, it, vi } from 'vitest';
import type { ConferenceId } from '@/lib/domain/ids';
import { carrierForOneTest } from '@/server/testing/open-test-core';
import { createConferenceCarrier } from './conference-carrier';
import { createThrottle } from './throttle';

/** A clock that only pauses move on: each waits its turn, and time is where the last one woke. */
function virtualTime() {
  let nowMs = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    pause: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ at: nowMs + ms, wake });
      }),
    /** Wakes the next sleeper; whether there was one. */
    next: () => {
      const [first] = sleepers.sort((a, b) => a.at - b.at).splice(0, 1);
      if (first === undefined) return false;
      nowMs = Math.max(nowMs, first.at);
      first.wake();
      return true;
    },
  };
}

it('whoever comes to the throttle together goes through at its pace', async () => {
  const time = virtualTime();
  const throttle = createThrottle(5, time.nowMs, time.pause);
  const through: number[] = [];
  const all = Array.from({ length: 10 }, () =>
    throttle.take().then(() => {
      through.push(time.nowMs());
    }),
  );
  do await new Promise((resolve) => setImmediate(resolve));
  while (time.next());
  await Promise.all(all);
  expect(through).toEqual([0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800]);
});

it('every page of every read of the carrier waits for its turn', async () => {
  const carrier = await carrierForOneTest();
  const { id } = await carrier.conference(2);
  const client = new Telnyx({ apiKey: carrier.apiKey, baseURL: carrier.url, maxRetries: 0 });
  const pages = { status: 200, body: { data: [], meta: { page_number: 1, total_pages: 1 } } };
  const seen: string[] = [];
  carrier.intercept((method, path) => {
    seen.push(`${method} ${path.split('?')[0]}`);
    return path.includes('participants') ? pages : null;
  });
  const take = vi.fn(() => Promise.resolve());
  const pause = () => Promise.resolve();
  const reader = createConferenceCarrier({
    client,
    regions: ['Europe'],
    throttle: { take },
    pause,
  });
  await reader.listLive();
  expect(take).toHaveBeenCalledTimes(4);
  await reader.readConference(id as ConferenceId, null);
  await reader.readParticipants(id as ConferenceId, null);
  expect(take).toHaveBeenCalledTimes(6);
  expect(seen).toHaveLength(6);
});
