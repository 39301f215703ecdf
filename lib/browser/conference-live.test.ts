import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import { factOf, peopleIn, sentMarks } from '@/lib/domain/conference/view';
import { participantOf } from '@/lib/domain/conference/conference';
import type { Numbered } from '@/lib/domain/event';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import { type ConferenceLive, createConferenceLive } from './conference-live';
import { createHub } from './hub';
import { createServerClock } from './server-clock';
import { FakeAccess } from './testing/fake-access';
import { FakeHubPort } from './testing/fake-hub-port';

const id = 'c1' as ConferenceId;
const topic = 'conference:c1';
const leg = (n: number) => `v3:leg-${n}` as CallControlId;
const commandId = 'command-1' as CommandId;

function joined(seq: number): Numbered<ConferenceEvent> {
  return {
    seq,
    id: `event-${seq}`,
    version: 1,
    source: 'carrier',
    actor: null,
    commandId: null,
    occurredAt: seq,
    receivedAt: seq,
    type: 'participant.joined',
    data: { callControlId: leg(seq), callLegId: null, connectionId: null, party: null },
  };
}
const joins = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, i) => joined(from + i));
const stateAt = (seq: number) =>
  joins(1, seq).reduce(
    (state, event) => conferenceAggregate.evolve(state, event),
    conferenceAggregate.initial('c1'),
  );

describe('a live conference', () => {
  let port: FakeHubPort;
  let live: ConferenceLive;
  let stop: () => void;
  const view = () => live.store.getState();
  const hears = (...events: Numbered<ConferenceEvent>[]) => {
    port.says.events(topic, events);
    vi.advanceTimersByTime(80);
  };
  const answersState = (seq: number) =>
    port.lastQuestion.answer({ ok: true, now: 0, seq, state: stateAt(seq) });

  beforeEach(async () => {
    vi.useFakeTimers();
    port = new FakeHubPort();
    live = createConferenceLive(id);
    const hub = createHub(port, createServerClock(), new FakeAccess());
    hub.open();
    stop = live.follow(hub);
    port.connects();
    await answersState(3);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('begins with the state it was told', () => {
    expect(view()).toMatchObject({ status: 'live', seq: 3, heardAfter: 3, newestEvents: [] });
    expect(peopleIn(view().foreseen!)).toBe(3);
  });

  it('folds what it hears and keeps it for the timeline', () => {
    hears(joined(4), joined(5));
    expect(view().seq).toBe(5);
    expect(view().newestEvents.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('changes the store once for all that comes within a moment', () => {
    let changes = 0;
    live.store.subscribe(() => (changes += 1));
    for (const event of joins(4, 53)) port.says.events(topic, [event]);
    vi.advanceTimersByTime(80);
    expect(view().seq).toBe(53);
    expect(changes).toBeLessThanOrEqual(2);
  });

  it('asks once for a hole and then shows everything', async () => {
    hears(joined(6));
    hears(joined(7));
    expect(view().seq).toBe(3);
    expect(port.questions.slice(1).map(({ after }) => after)).toEqual([3]);
    await port.lastQuestion.answer({ ok: true, now: 0, seq: 7, events: joins(4, 7) });
    expect(view().seq).toBe(7);
    expect(view().newestEvents.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
  });

  it('catches up after a reconnection with what came after the last it holds', async () => {
    port.disconnects();
    port.connects();
    expect(port.lastQuestion.after).toBe(3);
    await port.lastQuestion.answer({ ok: true, now: 0, seq: 4, events: joins(4, 4) });
    expect(view().seq).toBe(4);
  });

  it('takes the state when too much was missed, and says from where the timeline must ask', async () => {
    hears(joined(4));
    port.disconnects();
    port.connects();
    await answersState(300);
    expect(view()).toMatchObject({ seq: 300, heardAfter: 300, newestEvents: [] });
  });

  it('ignores a state older than what it holds', async () => {
    hears(joined(4), joined(5));
    port.disconnects();
    port.connects();
    await answersState(4);
    expect(view().seq).toBe(5);
    expect(view().newestEvents.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('keeps a bounded number of newest events, without a hole up to the last', () => {
    for (let seq = 4; seq <= 2003; seq += 100) hears(...joins(seq, seq + 99));
    const { newestEvents, heardAfter, seq } = view();
    expect(seq).toBe(2003);
    expect(newestEvents.length).toBeLessThanOrEqual(1000);
    expect(newestEvents.length).toBeGreaterThanOrEqual(500);
    expect(newestEvents.map((event) => event.seq)).toEqual(
      joins(heardAfter + 1, seq).map((event) => event.seq),
    );
  });

  it('says so when nobody knows the conference', async () => {
    port.disconnects();
    port.connects();
    await port.lastQuestion.answer({ ok: false, code: 'not-found', detail: '' });
    expect(view().status).toBe('not-found');
  });

  it('draws a command at once and lets it go when its events are heard', () => {
    const mutedNow = () => {
      const conference = view().foreseen!;
      return factOf(participantOf(conference, leg(2))!, 'muted', sentMarks(conference)).mark?.phase;
    };
    const command = { type: 'participants.mute', fields: { legs: [leg(2)] } } as const;
    live.addPending({ commandId, command, actor: null });
    expect(mutedNow()).toBe('sent');
    live.take([
      {
        ...joined(4),
        occurredAt: null,
        source: 'command',
        commandId,
        type: 'command.sent',
        data: { command },
      },
    ]);
    expect(view().pending).toEqual([]);
    expect(mutedNow()).toBe('sent');
  });

  it('takes a refused command back', () => {
    const command = { type: 'participants.mute', fields: { legs: [leg(2)] } } as const;
    const before = view().foreseen;
    live.addPending({ commandId, command, actor: null });
    live.dropPending(commandId);
    expect(view().foreseen).toBe(before);
  });

  it('stops watching when it is no longer shown', () => {
    stop();
    expect(port.unwatched).toEqual([topic]);
  });
});
