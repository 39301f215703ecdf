import { setTimeout as pause } from 'node:timers/promises';
import { serveTasks } from '@/server/bench/process/tasks';
import { createRequestWriter } from '@/server/bench/traffic/carrier-key';
import { queueNameOf } from '@/server/bench/traffic/names';
import { createTraffic } from '@/server/bench/traffic/traffic';
import { commandRequests } from './command-requests';
import { boardOf } from './board';
import { deliverSaturated, deliverSteadily } from './deliver';
import { createEars } from './ears';
import { type Listener, openListener } from './listener';
import type { LoadTasks } from './load-tasks';

const mostOpening = 50;
const lookMs = 5;

interface Prepared {
  /** The number of the first one's event. */
  readonly first: number;
  readonly requests: readonly Buffer[];
  /** The queue whose row each of them changes; null for one that changes none. */
  readonly rows?: readonly (string | null)[];
}

/** The load process: writes deliveries before the clock starts, sends them, and listens. */
export function playLoad(): void {
  const traffic = createTraffic(1);
  const ears = createEars();
  let prepared: Prepared | null = null;
  let listeners: Listener[] = [];
  const ready = () => {
    if (prepared === null) throw new Error('Nothing is prepared');
    return prepared;
  };
  serveTasks<LoadTasks>({
    prepare: ({ kind, gatherings, count, privatePem }) => {
      const first = traffic.next();
      const requests = traffic.bodies(kind, gatherings, count).map(createRequestWriter(privatePem));
      prepared = { first, requests };
      return requests.length;
    },
    prepareSteps: ({ steps, privatePem }) => {
      const first = traffic.next();
      const requests = traffic.told(steps).map(createRequestWriter(privatePem));
      const rows = steps.map(({ type, caller }) =>
        type === 'enqueued' || type === 'dequeued' ? queueNameOf(caller.queue) : null,
      );
      prepared = { first, requests, rows };
      return requests.length;
    },
    command: ({ path, cookies, count }) => {
      const first = traffic.next();
      prepared = { first, requests: commandRequests(path, cookies, count) };
    },
    saturate: ({ port, connections }) => deliverSaturated(port, ready().requests, connections),
    steady: ({ port, perSecond }) => {
      const { first, requests, rows } = ready();
      return deliverSteadily(port, requests, perSecond, (index) => {
        ears.sent(first + index, rows?.[index] ?? null);
      });
    },
    listen: async ({ port, framing, topics, sockets }) => {
      for (let from = 0; from < sockets; from += mostOpening) {
        const opening = Array.from({ length: Math.min(mostOpening, sockets - from) }, (_, i) => {
          const topic = topics[(from + i) % topics.length] ?? '';
          return openListener(port, framing, [topic], ears.listener(from + i === 0));
        });
        listeners.push(...(await Promise.all(opening)));
      }
    },
    listenToMany: async ({ port, framing, sockets }) => {
      const opening = sockets.map((topics, i) =>
        openListener(port, framing, topics, ears.listener(i === 0)),
      );
      listeners.push(...(await Promise.all(opening)));
    },
    hearing: async ({ events, withinMs }) => {
      const until = performance.now() + withinMs;
      while (ears.events() < events) {
        if (performance.now() > until) {
          throw new Error(`Only ${ears.events()} of ${events} events were heard`);
        }
        await pause(lookMs);
      }
      return ears.heard();
    },
    heard: ears.heard,
    lap: ears.lap,
    board: () => boardOf(ears.answers(), ears.frames()),
    frames: ears.frames,
    forget: ears.forget,
    hangUp: () => {
      for (const listener of listeners) listener.close();
      listeners = [];
    },
  });
}
