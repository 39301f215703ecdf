import { createStore, type StoreApi } from 'zustand/vanilla';
import { queueStream } from '@/lib/domain/ids';
import { queueAggregate } from '@/lib/domain/queue/aggregate';
import type { QueueCommand } from '@/lib/domain/queue/command';
import type { QueueEvent } from '@/lib/domain/queue/event';
import type { Queue } from '@/lib/domain/queue/queue';
import { createBatch } from './batch';
import type { Hub } from './hub';
import { createStreamLive, type StreamLive } from './stream-live';

/** The queues that are watched, as the screen shows them. */
export interface QueuesView {
  /** By their names: each as soon as it has been heard of. */
  readonly queues: ReadonlyMap<string, Queue>;
  /** Whether the first word of one that is watched is still to come. */
  readonly isWaiting: boolean;
}

/** The live store of one queue. */
export type QueueLive = StreamLive<Queue, QueueEvent, QueueCommand>;

/** Keeps several queues in step with the server at once. */
export interface QueuesLive {
  readonly store: StoreApi<QueuesView>;
  /** Watches these and no others; who is watched already goes on as before. */
  watch: (names: readonly string[]) => void;
  /** The live store of one that is watched. */
  of: (name: string) => QueueLive | undefined;
  follow: (hub: Hub) => () => void;
}

interface Watched {
  readonly live: QueueLive;
  readonly stop: () => void;
}

const everyMs = 100;

/** The live stores of queues in one, which tells what changed in any of them ten times a second at most. */
export function createQueuesLive(): QueuesLive {
  const watched = new Map<string, Watched>();
  const store = createStore<QueuesView>(() => ({ queues: new Map(), isWaiting: false }));
  let hubOfNow: Hub | null = null;

  function publish() {
    const queues = new Map<string, Queue>();
    let isWaiting = false;
    for (const [name, { live }] of watched) {
      const { foreseen, status } = live.store.getState();
      if (foreseen !== null) queues.set(name, foreseen);
      else if (status === 'connecting') isWaiting = true;
    }
    store.setState({ queues, isWaiting });
  }
  const batch = createBatch<string>(publish, { everyMs, limit: Infinity });

  function started(name: string, hub: Hub): Watched {
    const live: QueueLive = createStreamLive(queueAggregate, queueStream(name));
    const unsubscribe = live.store.subscribe(() => {
      batch.add([name]);
    });
    const unfollow = live.follow(hub);
    return {
      live,
      stop: () => {
        unsubscribe();
        unfollow();
      },
    };
  }

  return {
    store,
    watch(names) {
      const wanted = new Set(names);
      let isOther = false;
      for (const [name, { stop }] of watched) {
        if (wanted.has(name)) continue;
        stop();
        watched.delete(name);
        isOther = true;
      }
      for (const name of wanted) {
        if (hubOfNow === null || watched.has(name)) continue;
        watched.set(name, started(name, hubOfNow));
        isOther = true;
      }
      if (isOther) publish();
    },
    of: (name) => watched.get(name)?.live,
    follow(hub) {
      hubOfNow = hub;
      return () => {
        hubOfNow = null;
        batch.cancel();
        for (const { stop } of watched.values()) stop();
        watched.clear();
      };
    },
  };
}
