import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Aggregate, PendingCommand } from '@/lib/domain/aggregate';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import type { CommandId, StreamName } from '@/lib/domain/ids';
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
import type { Follower, Hub } from './hub';

/** One stream as the screen shows it. */
export interface StreamView<S, E extends DomainEvent, C> {
  readonly status: 'connecting' | 'live' | 'not-found' | 'not-allowed';
  /** What to draw: confirmed, with our pending commands on top. */
  readonly foreseen: S | null;
  readonly pending: readonly PendingCommand<C>[];
  /** The number of the last event in `foreseen`. */
  readonly seq: number;
  /** The events heard since `heardAfter`, all of them, oldest first. */
  readonly newestEvents: readonly Numbered<E>[];
  readonly heardAfter: number;
}

/** The live store of one stream and the ways to change it. */
export interface StreamLive<S, E extends DomainEvent, C> {
  readonly store: StoreApi<StreamView<S, E, C>>;
  follow: (hub: Hub) => () => void;
  addPending: (pending: PendingCommand<C>) => void;
  dropPending: (commandId: CommandId) => void;
  /** Takes in events that came another way than the hub: the answer to a command. */
  take: (events: readonly Numbered<E>[]) => void;
}

const everyMs = 80;
// The domain keeps at most 500 early events; a batch must fit beside those.
const batchLimit = 200;
const mostKept = 1000;
const keptAfterTrim = 500;

/** The live store of one stream, empty until it is followed. */
export function createStreamLive<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  topic: StreamName,
): StreamLive<S, E, C> {
  let live: Live<S, E, C> = notYetLive();
  let hubOfNow: Hub | null = null;
  const store = createStore<StreamView<S, E, C>>(() => ({
    status: 'connecting',
    foreseen: null,
    pending: [],
    seq: 0,
    newestEvents: [],
    heardAfter: 0,
  }));

  function show(next: Live<S, E, C>, heard: Partial<StreamView<S, E, C>> = {}) {
    if (next === live) return;
    live = next;
    store.setState({
      ...heard,
      foreseen: foreseen(aggregate, live),
      pending: live.pending,
      seq: live.confirmed?.seq ?? 0,
    });
  }
  function takeEvents(events: readonly Numbered<E>[]) {
    const next = withEvents(aggregate, live, events);
    if (next === live) return;
    show(next, newestAfter(store.getState(), live, next, events));
    if (live.confirmed !== null && isBehind(live)) hubOfNow?.ask(topic);
  }
  const batch = createBatch(takeEvents, { everyMs, limit: batchLimit });

  function takeSnapshot(snapshot: Snapshot<S>) {
    const next = withSnapshot(aggregate, live, snapshot);
    if (next === live) return;
    const jumped = { ...store.getState(), newestEvents: [], heardAfter: snapshot.seq };
    show(next, newestAfter(jumped, { ...live, confirmed: snapshot }, next, []));
    if (isBehind(live)) hubOfNow?.ask(topic);
  }
  const follower: Follower = {
    after: () => live.confirmed?.seq ?? null,
    take(answer) {
      batch.flush();
      if ('state' in answer) takeSnapshot({ seq: answer.seq, state: answer.state as S });
      else if ('events' in answer) takeEvents(eventsOf<E>(answer.events));
      store.setState({ status: 'live' });
    },
    refused(code) {
      if (code === 'not-allowed') store.setState({ status: 'not-allowed' });
      if (code === 'not-found' || code === 'unknown-topic') store.setState({ status: 'not-found' });
    },
    events(events) {
      batch.add(eventsOf<E>(events));
    },
  };

  return {
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
function newestAfter<S, E extends DomainEvent, C>(
  view: StreamView<S, E, C>,
  before: Live<S, E, C>,
  next: Live<S, E, C>,
  events: readonly Numbered<E>[],
): Partial<StreamView<S, E, C>> {
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
function eventsOf<E extends DomainEvent>(events: readonly object[]): readonly Numbered<E>[] {
  return events as readonly Numbered<E>[];
}
