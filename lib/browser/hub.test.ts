import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchAnswer } from '@/lib/contract/hub';
import { createHub, type Follower, type WatchGranted } from './hub';
import { createServerClock } from './server-clock';
import { FakeAccess } from './testing/fake-access';
import { FakeHubPort } from './testing/fake-hub-port';

const granted: WatchAnswer = { ok: true, now: 0, seq: 7, events: [] };
const topic = 'conference:c1';

function follower(after: number | null = null) {
  const taken: WatchGranted[] = [];
  const refusals: string[] = [];
  const heard: Follower = {
    after: () => after,
    take: (answer) => taken.push(answer),
    refused: (code) => refusals.push(code),
  };
  return { ...heard, taken, refusals };
}

describe('the hub', () => {
  let port: FakeHubPort;
  let hub: ReturnType<typeof createHub>;
  let access: FakeAccess;
  let close: () => void;
  const phase = () => hub.connection.getState().phase;

  beforeEach(() => {
    vi.useFakeTimers();
    port = new FakeHubPort();
    access = new FakeAccess();
    hub = createHub(port, createServerClock(), access);
    close = hub.open();
  });
  afterEach(() => {
    close();
    vi.useRealTimers();
  });

  it('asks who one is each time it is connected, and says when the session is lost', () => {
    port.connects();
    port.disconnects();
    port.connects();
    expect(access.reloads).toBe(2);
    port.says.signedOut();
    expect(access.losses).toBe(1);
  });

  it('watches a topic once, however many follow it', () => {
    port.connects();
    hub.follow(topic, follower(3));
    hub.follow(topic, follower(5));
    expect(port.questions.map(({ topic: name }) => name)).toEqual([topic]);
  });

  it('gives the answer to all who follow', async () => {
    port.connects();
    const [one, other] = [follower(), follower()];
    hub.follow(topic, one);
    hub.follow(topic, other);
    await port.lastQuestion.answer(granted);
    expect([one.taken, other.taken]).toEqual([[granted], [granted]]);
  });

  it('stops watching when the last follower has gone', () => {
    port.connects();
    const stops = [hub.follow(topic, follower()), hub.follow(topic, follower())];
    stops[0]!();
    expect(port.unwatched).toEqual([]);
    stops[1]!();
    expect(port.unwatched).toEqual([topic]);
  });

  it('asks for what came after the least that any follower holds', () => {
    hub.follow(topic, follower(9));
    hub.follow(topic, follower(4));
    port.connects();
    expect(port.lastQuestion.after).toBe(4);
  });

  it('asks for everything while a follower holds nothing', () => {
    hub.follow(topic, follower(9));
    hub.follow(topic, follower(null));
    port.connects();
    expect(port.lastQuestion.after).toBeUndefined();
  });

  it('asks again after a reconnection', async () => {
    hub.follow(topic, follower(9));
    port.connects();
    await port.lastQuestion.answer(granted);
    port.disconnects();
    port.connects();
    expect(port.questions.map(({ after }) => after)).toEqual([9, 9]);
  });

  it('keeps a second question until the first is answered', async () => {
    hub.follow(topic, follower(9));
    port.connects();
    hub.ask(topic);
    hub.ask(topic);
    expect(port.questions).toHaveLength(1);
    await port.lastQuestion.answer(granted);
    expect(port.questions).toHaveLength(2);
  });

  it('gives up a connection on which nobody answers', async () => {
    hub.follow(topic, follower());
    port.connects();
    await port.lastQuestion.timeOut();
    expect(port.reconnections).toBe(1);
    expect(port.questions).toHaveLength(2);
  });

  it('does not take a late answer from before a reconnection', async () => {
    const late = follower();
    hub.follow(topic, late);
    port.connects();
    const before = port.lastQuestion;
    port.disconnects();
    port.connects();
    await before.answer(granted);
    expect(late.taken).toEqual([]);
    await port.lastQuestion.answer(granted);
    expect(late.taken).toEqual([granted]);
  });

  it('asks again by and by for what was refused', async () => {
    const refused = follower();
    hub.follow(topic, refused);
    port.connects();
    await port.lastQuestion.answer({ ok: false, code: 'not-found', detail: '' });
    expect(refused.refusals).toEqual(['not-found']);
    vi.advanceTimersByTime(3000);
    expect(port.questions).toHaveLength(2);
  });

  it('is live once something was answered, reconnecting when cut off, stale when it lasts', async () => {
    hub.follow(topic, follower());
    expect(phase()).toBe('connecting');
    port.connects();
    await port.lastQuestion.answer(granted);
    expect(phase()).toBe('live');
    port.disconnects();
    expect(phase()).toBe('reconnecting');
    vi.advanceTimersByTime(10_000);
    expect(phase()).toBe('stale');
    port.connects();
    await port.lastQuestion.answer(granted);
    expect(phase()).toBe('live');
    vi.advanceTimersByTime(60_000);
    expect(phase()).toBe('live');
  });

  it('asks anew on a wake while connected, and connects at once while not', async () => {
    hub.follow(topic, follower());
    port.connects();
    await port.lastQuestion.answer(granted);
    hub.check();
    expect(port.questions).toHaveLength(2);
    expect(port.reconnections).toBe(0);
    port.disconnects();
    hub.check();
    expect(port.reconnections).toBe(1);
    expect(port.questions).toHaveLength(3);
  });

  it('closes the connection and leaves no timer behind', () => {
    close();
    expect(port.isClosed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
