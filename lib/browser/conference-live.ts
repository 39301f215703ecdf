import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PendingCommand } from '@/lib/domain/aggregate';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Numbered } from '@/lib/domain/event';
import { type CommandId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import {
  foreseen,
  isBehind,
  type Live,
  notYetLive,
  type Snapshot,
  withEvents,
  withoutPending,
  withPending,
  withSnapshot,
} from '@/lib/domain/live';
import { createBatch } from './batch';
import type { Follower, Hub, WatchGranted } from './hub';

/** One conference as the screen shows it. */
export interface ConferenceView {
  readonly status: 'connecting' | 'live' | 'not-found' | 'not-allowed';
  /** What to draw: confirmed, with our pending commands on top. */
  readonly foreseen: Conference | null;
  readonly pending: readonly PendingCommand<ConferenceCommand>[];
  /** The number of the last event in `foreseen`. */
  readonly seq: number;
  /** The events heard since `heardAfter`, all of them, oldest first. */
  readonly newestEvents: readonly Numbered<ConferenceEvent>[];
  readonly heardAfter: number;
}

/** The live store of one conference and the ways to change it. */
export interface ConferenceLive {
  readonly id: ConferenceId;
  readonly store: StoreApi<ConferenceView>;
  follow: (hub: Hub) => () => void;
  addPending: (pending: PendingCommand<ConferenceCommand>) => void;
  dropPending: (commandId: CommandId) => void;
  /** Takes in events that came another way than the hub: the answer to a command. */
  take: (events: readonly Numbered<ConferenceEvent>[]) => void;
}

type LiveConference = Live<Conference, ConferenceEvent, ConferenceCommand>;

const everyMs = 80;
// The domain keeps at most 500 early events; a batch must fit beside those.
const batchLimit = 200;
const mostKept = 1000;
const keptAfterTrim = 500;

/** The live store of one conference, empty until it is followed. */
export function createConferenceLive(id: ConferenceId): ConferenceLive {
  let live: LiveConference = notYetLive();
  let hubOfNow: Hub | null = null;
  const topic = conferenceStream(id);
  const store = createStore<ConferenceView>(() => ({
    status: 'connecting',
    foreseen: null,
    pending: [],
    seq: 0,
    newestEvents: [],
    heardAfter: 0,
  }));

  function show(next: LiveConference, heard: Partial<ConferenceView> = {}) {
    if (next === live) return;
    live = next;
    store.setState({
      ...heard,
      foreseen: foreseen(conferenceAggregate, live),
      pending: live.pending,
      seq: live.confirmed?.seq ?? 0,
    });
  }
  function takeEvents(events: readonly Numbered<ConferenceEvent>[]) {
    const next = withEvents(conferenceAggregate, live, events);
    if (next === live) return;
    show(next, newestAfter(store.getState(), live, next, events));
    if (live.confirmed !== null && isBehind(live)) hubOfNow?.ask(topic);
  }
  const batch = createBatch(takeEvents, { everyMs, limit: batchLimit });

  function takeSnapshot(snapshot: Snapshot<Conference>) {
    const next = withSnapshot(conferenceAggregate, live, snapshot);
    if (next === live) return;
    const jumped = { ...store.getState(), newestEvents: [], heardAfter: snapshot.seq };
    show(next, newestAfter(jumped, { ...live, confirmed: snapshot }, next, []));
    if (isBehind(live)) hubOfNow?.ask(topic);
  }
  const follower: Follower = {
    after: () => live.confirmed?.seq ?? null,
    take(answer) {
      batch.flush();
      if ('state' in answer) takeSnapshot(snapshotOf(answer));
      else if ('events' in answer) takeEvents(eventsOf(answer.events));
      store.setState({ status: 'live' });
    },
    refused(code) {
      if (code === 'not-allowed') store.setState({ status: 'not-allowed' });
      if (code === 'not-found' || code === 'unknown-topic') store.setState({ status: 'not-found' });
    },
    events(events) {
      batch.add(eventsOf(events));
    },
  };

  return {
    id,
    store,
    follow(hub) {
      hubOfNow = hub;
      const unfollow = hub.follow(topic, follower);
      return () => {
        batch.cancel();
        hubOfNow = null;
        unfollow();
      };
    },
    addPending(pending) {
      show(withPending(live, pending));
    },
    dropPending(commandId) {
      show(withoutPending(live, commandId));
    },
    take(events) {
      batch.flush();
      takeEvents(events);
    },
  };
}

/** The newest events once `next` stands where `before` stood, `events` having come in between. */
function newestAfter(
  view: ConferenceView,
  before: LiveConference,
  next: LiveConference,
  events: readonly Numbered<ConferenceEvent>[],
): Partial<ConferenceView> {
  const from = before.confirmed?.seq ?? 0;
  const until = next.confirmed?.seq ?? 0;
  const bySeq = new Map([...before.early, ...events].map((event) => [event.seq, event]));
  const fresh = [...bySeq.values()]
    .filter((event) => event.seq > from && event.seq <= until)
    .sort((a, b) => a.seq - b.seq);
  const all = fresh.length === 0 ? view.newestEvents : [...view.newestEvents, ...fresh];
  const newestEvents = all.length > mostKept ? all.slice(-keptAfterTrim) : all;
  const first = newestEvents[0];
  return { newestEvents, heardAfter: first === undefined ? view.heardAfter : first.seq - 1 };
}

// The hub's messages are typed for any stream; the topic says which this is.
function eventsOf(events: readonly object[]): readonly Numbered<ConferenceEvent>[] {
  return events as readonly Numbered<ConferenceEvent>[];
}

function snapshotOf(answer: Extract<WatchGranted, { state: unknown }>): Snapshot<Conference> {
  return { seq: answer.seq, state: answer.state as Conference };
}
