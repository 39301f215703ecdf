import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RowsMessage } from '@/lib/contract/hub';
import { emptyConference } from '@/lib/domain/conference/conference';
import { evolve } from '@/lib/domain/conference/evolve';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import type { CallControlId, ConferenceId, StreamName } from '@/lib/domain/ids';
import { levelsOf, notJudged } from '@/lib/domain/target/judge';
import { firstTargets } from '@/lib/domain/target/targets';
import type { Log } from '@/server/log/log';
import { createCarrierWatch } from './carrier-watch';
import { createOverview } from './overview';

const board = 'board' as ConferenceId;
const ada = 'ada' as CallControlId;
const nobody = { answered: 0, answeredInTime: 0, abandoned: 0, level: null, abandonment: null };
const unjudged = {
  target: { levels: levelsOf(notJudged), targets: firstTargets },
  service: { now: nobody, halfHour: nobody, today: nobody },
};
const stream: StreamName = 'conference:board';

function eventOf(seq: number, event: ConferenceEvent): Numbered<ConferenceEvent> {
  return {
    seq,
    id: `event-${seq}`,
    version: 1,
    source: 'carrier',
    actor: null,
    commandId: null,
    occurredAt: 1_000_000 + seq,
    receivedAt: 1_000_000 + seq,
    ...event,
  };
}

const joined: ConferenceEvent = {
  type: 'participant.joined',
  data: { callControlId: ada, callLegId: null, connectionId: null, party: null },
};
const ended: ConferenceEvent = { type: 'conference.ended', data: { reason: 'all_left' } };

/** An overview of a log with one conference, which `happens` moves on. */
function overviewOf() {
  const clock = { now: 5_000_000 };
  let view = { seq: 0, state: emptyConference(board) };
  let isLive = true;
  const log = {
    liveNames: () => (isLive ? [stream] : []),
    peek: (name: StreamName) => (name === stream ? view : undefined),
  } as unknown as Log;
  const watch = createCarrierWatch({
    isSimulator: true,
    now: () => clock.now,
    hasLiveCalls: () => true,
    countCalls: () => 0,
    isClockOrKeyWrong: () => false,
  });
  const alerts = { rows: () => [], standingOf: () => unjudged };
  const overview = createOverview({ log, watch, alerts, now: () => clock.now });
  onTestFinished(() => {
    overview.stop();
  });
  const messages: RowsMessage[] = [];
  const audience = { isThere: true };
  overview.follow(
    (message) => messages.push(message),
    () => audience.isThere,
  );
  const happens = (event: ConferenceEvent) => {
    const seq = view.seq + 1;
    view = { seq, state: evolve(view.state, eventOf(seq, event)) };
    isLive = view.state.ended === null;
  };
  return { overview, watch, clock, messages, happens, audience };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

describe('the overview', () => {
  it('begins with the carrier’s row, and leaves out what nobody has spoken of', () => {
    const { overview } = overviewOf();
    expect(overview.all().upserted).toMatchObject([{ kind: 'carrier', isSimulator: true }]);
  });

  it('tells at most four times a second, however much happens', () => {
    const { messages, happens } = overviewOf();
    for (let i = 0; i < 100; i += 1) {
      happens({ type: 'floor.changed', data: { callControlId: `leg-${i}` as CallControlId } });
      happens({ ...joined, data: { ...joined.data, callControlId: `leg-${i}` as CallControlId } });
      vi.advanceTimersByTime(10);
    }
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.length).toBeLessThanOrEqual(4);
    expect(messages.map(({ rev }) => rev)).toEqual(messages.map((_, i) => i + 2));
  });

  it('says nothing when nothing changed', () => {
    const { messages, happens } = overviewOf();
    happens(joined);
    vi.advanceTimersByTime(5000);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.upserted).toMatchObject([{ id: board, people: 1 }]);
  });

  it('tells that the truth of a row is younger, without the row having changed', () => {
    const { messages, happens, watch, clock } = overviewOf();
    happens(joined);
    vi.advanceTimersByTime(250);
    clock.now += 3_000_000;
    watch.completedRead(board);
    vi.advanceTimersByTime(250);
    expect(messages.at(-1)?.upserted).toMatchObject([
      { kind: 'carrier', lastReadAt: 8_000_000 },
      { id: board, heardAt: 8_000_000, people: 1 },
    ]);
  });

  it('makes no rows while nobody listens, and all there are as soon as somebody does or asks', () => {
    const { overview, messages, happens, watch, audience } = overviewOf();
    audience.isThere = false;
    happens(joined);
    vi.advanceTimersByTime(1000);
    expect(messages).toEqual([]);
    expect(overview.all()).toMatchObject({ rev: 2, upserted: [{}, { id: board, people: 1 }] });
    watch.completedRead(board);
    happens(ended);
    vi.advanceTimersByTime(1000);
    expect(watch.heardAt(board)).toBeNull();
    audience.isThere = true;
    vi.advanceTimersByTime(250);
    expect(messages.at(-1)).toMatchObject({ rev: 3, removed: [board] });
  });

  it('takes a conference out once when it has ended', () => {
    const { overview, messages, happens } = overviewOf();
    happens(joined);
    vi.advanceTimersByTime(250);
    happens(ended);
    vi.advanceTimersByTime(1000);
    expect(messages.map(({ removed }) => removed)).toEqual([[], [board]]);
    expect(overview.all()).toMatchObject({ rev: 3, upserted: [{ kind: 'carrier' }] });
  });
});
