import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { peopleIn } from '@/lib/domain/conference/view';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import { isBehind, type Live, notYetLive, withEvents, withSnapshot } from '@/lib/domain/live';
import { openTestCore, type TestCore, type TestSocket } from '@/server/testing/open-test-core';

async function meeting(people = 2) {
  const rostrum = await openTestCore();
  const { id, legs } = await rostrum.carrier.conference(people);
  await rostrum.until(id, (c) => peopleIn(c) === people && c.description !== null);
  await rostrum.carrier.settled();
  return { rostrum, id, legs, topic: `conference:${id}` };
}

const watch = (
  socket: TestSocket,
  topic: string,
  options: { after?: number } = {},
): Promise<WatchAnswer> => socket.emitWithAck('watch', topic, options);

/** Sends whatever, as a browser that is not ours might. */
const sendRaw = (socket: TestSocket, ...args: unknown[]) =>
  (
    socket.timeout(5000) as unknown as { emitWithAck: (...a: unknown[]) => Promise<WatchAnswer> }
  ).emitWithAck('watch', ...args);

const talk = (rostrum: TestCore, leg = '') => rostrum.carrier.control('POST', `/calls/${leg}/talk`);

async function makeEvents(rostrum: TestCore, id: string, legs: string[], count: number) {
  const { seq } = await rostrum.conference(id);
  for (let i = 0; ; i += 1) {
    await talk(rostrum, legs[i % legs.length]);
    if (i < count) continue;
    await rostrum.carrier.settled();
    if ((await rostrum.conference(id)).seq >= seq + count) return;
  }
}

describe('watching a conference', () => {
  it('answers its state, and then its events as they come', async () => {
    const { rostrum, id, legs, topic } = await meeting();
    const socket = rostrum.socket();
    const heard: Numbered<DomainEvent>[] = [];
    socket.on('events', (name, events) => {
      expect(name).toBe(topic);
      heard.push(...events);
    });
    const answer = await watch(socket, topic);
    const view = await rostrum.conference(id);
    expect(answer).toMatchObject({ ok: true, seq: view.seq });
    expect('state' in answer && answer.state).toEqual(JSON.parse(JSON.stringify(view.state)));
    await talk(rostrum, legs[1]);
    await vi.waitFor(() => {
      expect(heard[0]).toMatchObject({ seq: view.seq + 1, type: 'floor.changed' });
    });
  });

  it('answers only the events that are missing', async () => {
    const { rostrum, topic } = await meeting();
    const socket = rostrum.socket();
    const whole = await watch(socket, topic);
    const seq = 'seq' in whole ? whole.seq : 0;
    const part = await watch(socket, topic, { after: 2 });
    const seqs = 'events' in part ? part.events.map((event) => event.seq) : null;
    expect(seqs).toEqual(Array.from({ length: seq - 2 }, (_, i) => i + 3));
    expect(await watch(socket, topic, { after: seq })).toMatchObject({ ok: true, seq, events: [] });
  });

  it('answers the state where over 200 events are missing, or the browser knows of more', async () => {
    const { rostrum, id, legs, topic } = await meeting();
    await makeEvents(rostrum, id, legs, 205);
    const socket = rostrum.socket();
    const { seq } = await rostrum.conference(id);
    expect(await watch(socket, topic, { after: seq - 200 })).toHaveProperty('events.length', 200);
    expect(await watch(socket, topic, { after: seq - 201 })).toHaveProperty('state');
    expect(await watch(socket, topic, { after: seq + 1 })).toHaveProperty('state');
  });

  it('ends with unwatch', async () => {
    const { rostrum, legs, topic } = await meeting();
    const [leaving, staying] = [rostrum.socket(), rostrum.socket()];
    const heard = { leaving: 0, staying: 0 };
    leaving.on('events', () => (heard.leaving += 1));
    staying.on('events', () => (heard.staying += 1));
    await watch(leaving, topic);
    await watch(staying, topic);
    leaving.emit('unwatch', topic);
    // An answer on the same socket: what was said before it has been heard.
    await watch(leaving, 'overview');
    await talk(rostrum, legs[1]);
    await vi.waitFor(() => {
      expect(heard.staying).toBe(1);
    });
    await watch(leaving, 'overview');
    expect(heard.leaving).toBe(0);
    expect(rostrum.core.hub.sockets()).toBe(2);
  });

  it('is refused where there is no such thing, and nothing is heard of it later', async () => {
    const rostrum = await openTestCore();
    const socket = rostrum.socket();
    const codeOf = async (topic: string) => {
      const answer = await watch(socket, topic);
      return answer.ok ? 'ok' : answer.code;
    };
    expect(await codeOf('conference:nowhere')).toBe('not-found');
    expect(await codeOf('queue:nobody')).toBe('not-found');
    expect(await codeOf('weather')).toBe('unknown-topic');
    expect(await codeOf('conference:')).toBe('unknown-topic');
    expect(rostrum.core.hub.isWatched('conference:nowhere')).toBe(false);
  });

  it('survives arguments that make no sense', async () => {
    const { rostrum, topic } = await meeting(1);
    const socket = rostrum.socket();
    const nonsense: unknown[][] = [
      [],
      [null],
      [topic],
      [topic, null],
      [topic, { after: -1 }],
      [topic, { after: 'x' }],
      [topic, { after: 1.5 }],
      [topic, { other: true }],
      [{ toString: 'x' }, {}],
      ['x'.repeat(601), {}],
      [topic, {}, 'more'],
      [['overview'], {}],
    ];
    for (const args of nonsense) {
      const answer = await sendRaw(socket, ...args);
      expect(answer, JSON.stringify(args)).toMatchObject({ ok: false, code: 'bad-request' });
    }
    const raw = socket as unknown as { emit: (...args: unknown[]) => void };
    raw.emit('watch');
    raw.emit('watch', topic, {}, 'no function');
    raw.emit('unwatch');
    raw.emit('unwatch', { topic });
    raw.emit('something', 'else');
    expect(await watch(socket, topic)).toMatchObject({ ok: true });
  });

  it('of more than 200 topics is refused, but one that is watched can be asked about again', async () => {
    const { rostrum, topic } = await meeting(1);
    const socket = rostrum.socket();
    await watch(socket, topic);
    const [server] = rostrum.core.hub.io.sockets.sockets.values();
    for (let i = 1; i < 200; i += 1) await server?.join(`numbers supervision conference:${i}`);
    expect(await watch(socket, 'overview')).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await watch(socket, topic)).toMatchObject({ ok: true });
    socket.emit('unwatch', 'conference:7');
    expect(await watch(socket, 'overview')).toMatchObject({ ok: true });
  });
});

describe('the overview', () => {
  const rowsOf = (answer: WatchAnswer) => {
    if (!('rows' in answer)) throw new Error('The overview answers rows');
    return answer.rows;
  };

  it('answers all rows, and then what changes, each message one number on', async () => {
    const { rostrum, id } = await meeting(2);
    const socket = rostrum.socket();
    const messages: RowsMessage[] = [];
    socket.on('rows', (_, message) => messages.push(message));
    // Rows follow a quarter of a second behind.
    const first = await vi.waitFor(async () => {
      const rows = rowsOf(await watch(socket, 'overview'));
      expect(rows.upserted.map((row) => row.id).toSorted()).toEqual([id, 'carrier'].toSorted());
      return rows;
    });
    messages.length = 0;
    const another = await rostrum.carrier.conference(3, 'Another');
    await vi.waitFor(() => {
      const row = messages
        .flatMap(({ upserted }) => upserted)
        .findLast((changed) => changed.id === another.id);
      expect(row).toMatchObject({ name: 'Another', people: 3, status: 'in_progress' });
    }, 5000);
    await rostrum.command(another.id, 'conference.end');
    await vi.waitFor(() => {
      expect(messages.flatMap(({ removed }) => removed)).toContain(another.id);
    }, 5000);
    const revs = messages.map(({ rev }) => rev).filter((rev) => rev > first.rev);
    expect(revs).toEqual(revs.map((_, i) => first.rev + 1 + i));
    const last = rowsOf(await watch(socket, 'overview'));
    expect(last.upserted.map((row) => row.id)).not.toContain(another.id);
  });
});

describe('a connection', () => {
  it('from another site’s page is refused', async () => {
    const rostrum = await openTestCore();
    const socket = rostrum.socket({ origin: 'https://elsewhere.example' });
    const refused = await new Promise((resolve) => {
      socket.on('connect_error', resolve);
      socket.on('connect', () => {
        resolve('connected');
      });
    });
    expect(refused).toBeInstanceOf(Error);
    expect(rostrum.core.hub.sockets()).toBe(0);
    const own = rostrum.socket({ origin: rostrum.url });
    expect(await watch(own, 'overview')).toMatchObject({ ok: true });
  });

  it('by polling is refused', async () => {
    const rostrum = await openTestCore();
    const asked = await fetch(`${rostrum.url}/socket.io/?EIO=4&transport=polling`);
    expect(asked.status).toBe(400);
    expect(await asked.text()).toContain('Transport unknown');
  });

  it('that sends too much at once is closed, and no other', async () => {
    const rostrum = await openTestCore();
    const [loud, quiet] = [rostrum.socket(), rostrum.socket()];
    await watch(loud, 'overview');
    await watch(quiet, 'overview');
    const closed = new Promise((resolve) => loud.on('disconnect', resolve));
    loud.emit('unwatch', 'x'.repeat(70 * 1024));
    await closed;
    expect(await watch(quiet, 'overview')).toMatchObject({ ok: true });
  });

  /** A browser that watches a topic and then reads nothing more. */
  async function slowBrowser(rostrum: TestCore, topic: string) {
    const address = rostrum.url.replace('http', 'ws');
    const slow = new WebSocket(`${address}/socket.io/?EIO=4&transport=websocket`, {
      headers: { cookie: rostrum.cookie },
    });
    onTestFinished(() => {
      slow.terminate();
    });
    await once(slow, 'open');
    slow.send('40');
    await vi.waitFor(() => {
      expect(rostrum.core.hub.sockets()).toBe(1);
    }, 5000);
    slow.send(`421${JSON.stringify(['watch', topic, {}])}`);
    await vi.waitFor(() => {
      expect(rostrum.core.hub.isWatched(topic)).toBe(true);
    }, 5000);
    slow.pause();
    const [ofServer] = rostrum.core.hub.io.sockets.sockets.values();
    // More than the system's own buffers hold between two sockets of one machine.
    const padding = { data: { padding: 'x'.repeat(1_000_000) } } as Numbered<DomainEvent>;
    for (let i = 0; i < 16; i += 1) ofServer?.emit('events', topic, [padding]);
    return ofServer;
  }

  it('that does not read is closed when too much is unsent, and the others hear everything', async () => {
    const { rostrum, id, legs, topic } = await meeting();
    const slow = await slowBrowser(rostrum, topic);
    const quick = rostrum.socket();
    let heard = 0;
    quick.on('events', (_, events) => (heard += events.length));
    await watch(quick, topic);
    const { seq } = await rostrum.conference(id);
    await vi.waitFor(() => {
      expect(slow?.connected).toBe(false);
    }, 5000);
    expect(rostrum.core.hub.sockets()).toBe(1);
    await makeEvents(rostrum, id, legs, 5);
    await vi.waitFor(async () => {
      const now = await rostrum.conference(id);
      expect(heard).toBe(now.seq - seq);
    }, 5000);
  });

  it('that does not read keeps nobody from shutting down', async () => {
    const { rostrum, topic } = await meeting(1);
    await slowBrowser(rostrum, topic);
    // A closing handshake would wait for half a minute: longer than a test may take.
    await rostrum.stop();
    expect(rostrum.core.hub.sockets()).toBe(0);
  });
});

type LiveConference = Live<Conference, ConferenceEvent, ConferenceCommand>;

/** A browser on a bad line: every third message is lost, every other is held back until the next. */
function browserOnABadLine(socket: TestSocket, topic: string) {
  let live: LiveConference = notYetLive();
  let count = 0;
  let held: readonly Numbered<DomainEvent>[] = [];
  const take = (events: readonly Numbered<DomainEvent>[]) => {
    const known = events as readonly Numbered<ConferenceEvent>[];
    live = withEvents(conferenceAggregate, live, known);
  };
  const ask = async () => {
    const seq = live.confirmed?.seq;
    const answer = await watch(socket, topic, seq === undefined ? {} : { after: seq });
    if ('events' in answer) take(answer.events);
    else if ('state' in answer) {
      const snapshot = { seq: answer.seq, state: answer.state as Conference };
      live = withSnapshot(conferenceAggregate, live, snapshot);
    }
  };
  socket.on('events', (_, events) => {
    count += 1;
    if (count % 3 === 0) return;
    if (count % 3 === 1) {
      held = events;
      return;
    }
    take(events.toReversed());
    take(held);
    take(events);
  });
  return { ask, live: () => live, messages: () => count };
}

it('a browser that lost and shuffled messages ends where the server stands', async () => {
  const { rostrum, id, legs, topic } = await meeting(2);
  const browser = browserOnABadLine(rostrum.socket(), topic);
  await browser.ask();
  await makeEvents(rostrum, id, legs, 40);
  await rostrum.command(id, 'participants.mute', { legs: [legs[1]] });
  await rostrum.carrier.control('POST', `/calls/${legs[0]}/hangup`);
  await rostrum.until(id, (c) => peopleIn(c) === 1 && c.commands[0]?.phase === 'confirmed');
  await rostrum.carrier.settled();
  expect(browser.messages()).toBeGreaterThan(6);
  expect(isBehind(browser.live())).toBe(true);
  await vi.waitFor(async () => {
    await browser.ask();
    const { seq, state } = await rostrum.conference(id);
    expect(browser.live().confirmed?.seq).toBe(seq);
    expect(browser.live().confirmed?.state).toEqual(state);
    expect(isBehind(browser.live())).toBe(false);
  }, 5000);
});
