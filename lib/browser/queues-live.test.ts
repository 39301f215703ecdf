import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import { ada, bob } from '@/lib/domain/testing/conference-story';
import { QueueStory } from '@/lib/domain/testing/queue-story';
import { countWaiting } from '@/lib/domain/queue/view';
import { createHub } from './hub';
import { createQueuesLive } from './queues-live';
import { createServerClock } from './server-clock';
import { FakeAccess } from './testing/fake-access';
import { FakeHubPort } from './testing/fake-hub-port';

const story = () => new QueueStory().enqueued(ada, 1).enqueued(bob, 2);

describe('queues that are watched together', () => {
  let port: FakeHubPort;
  let queues: ReturnType<typeof createQueuesLive>;
  let stop: () => void;
  const view = () => queues.store.getState();
  const answer = async (topic: string, reply: WatchAnswer) => {
    await port.questions.findLast((question) => question.topic === topic)?.answer(reply);
  };
  beforeEach(() => {
    vi.useFakeTimers();
    port = new FakeHubPort();
    const hub = createHub(port, createServerClock(), new FakeAccess());
    const close = hub.open();
    port.connects();
    queues = createQueuesLive();
    const unfollow = queues.follow(hub);
    stop = () => {
      unfollow();
      close();
    };
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('show each as soon as it is heard of, and say that others are still to come', async () => {
    queues.watch(['support', 'billing']);
    expect(view().isWaiting).toBe(true);
    const { queue, told } = story();
    await answer('queue:support', { ok: true, now: 0, seq: told.length, state: queue });
    vi.advanceTimersByTime(100);
    expect([...view().queues.keys()]).toEqual(['support']);
    expect(view().isWaiting).toBe(true);
    await answer('queue:billing', { ok: false, code: 'not-found', detail: '' });
    vi.advanceTimersByTime(100);
    expect(view().isWaiting).toBe(false);
  });

  it('tell a burst in several at once', async () => {
    queues.watch(['support']);
    const { told } = story().dequeued(ada, 5).dequeued(bob, 6);
    await answer('queue:support', {
      ...{ ok: true, now: 0, seq: 2 },
      state: story().queue,
    });
    vi.advanceTimersByTime(100);
    const heard = vi.fn();
    queues.store.subscribe(heard);
    for (const event of told.slice(2)) port.says.events('queue:support', [event]);
    vi.advanceTimersByTime(200);
    const support = view().queues.get('support');
    expect(support && countWaiting(support).depth).toBe(0);
    expect(heard.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('are let go of when they are no longer wanted', () => {
    queues.watch(['support', 'billing']);
    queues.watch(['billing']);
    expect(queues.of('support')).toBeUndefined();
    expect(queues.of('billing')).toBeDefined();
  });
});
