import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '@/server/bench/figure';
import { serveTasks } from '@/server/bench/process/tasks';
import { createRequestWriter } from '@/server/bench/traffic/carrier-key';
import { eventIdStart } from '@/server/bench/traffic/names';
import { createTraffic } from '@/server/bench/traffic/traffic';
import { commandRequests } from './command-requests';
import { deliverSaturated, deliverSteadily } from './deliver';
import { type Listener, openListener } from './listener';
import type { Heard, HeardFrame, LoadTasks } from './load-tasks';

const marker = `"id":"${eventIdStart}`;
const numberDigits = 12;
const mostOpening = 50;
const lookMs = 5;

/** The load process: writes deliveries before the clock starts, sends them, and listens. */
export function playLoad(): void {
  const traffic = createTraffic(1);
  const ears = createEars();
  let prepared: { readonly first: number; readonly requests: readonly Buffer[] } | null = null;
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
    command: ({ path, cookies, count }) => {
      const first = traffic.next();
      prepared = { first, requests: commandRequests(path, cookies, count) };
    },
    saturate: ({ port, connections }) => deliverSaturated(port, ready().requests, connections),
    steady: ({ port, perSecond }) => {
      const { first, requests } = ready();
      return deliverSteadily(port, requests, perSecond, (index) => {
        ears.sent(first + index);
      });
    },
    listen: async ({ port, framing, topics, sockets }) => {
      for (let from = 0; from < sockets; from += mostOpening) {
        const opening = Array.from({ length: Math.min(mostOpening, sockets - from) }, (_, i) => {
          const topic = topics[(from + i) % topics.length] ?? '';
          return openListener(port, framing, topic, ears.listener(from + i === 0));
        });
        listeners.push(...(await Promise.all(opening)));
      }
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
    frames: ears.frames,
    forget: ears.forget,
    hangUp: () => {
      for (const listener of listeners) listener.close();
      listeners = [];
    },
  });
}

/** Counts and times what all the sockets hear. */
function createEars() {
  const sentAt = new Map<number, number>();
  let latencies: number[] = [];
  let frames: HeardFrame[] = [];
  let firstAt = 0;
  let events = 0;
  let bytes = 0;
  return {
    sent: (number: number) => {
      sentAt.set(number, performance.now());
    },
    listener: (isFirst: boolean) => (frame: Buffer) => {
      const now = performance.now();
      bytes += frame.length;
      if (isFirst) {
        if (frames.length === 0) firstAt = now;
        frames.push({ atMs: now - firstAt, text: frame.toString() });
      }
      for (let at = frame.indexOf(marker); at !== -1; at = frame.indexOf(marker, at + 1)) {
        events += 1;
        const from = at + marker.length;
        const number = Number.parseInt(frame.toString('latin1', from, from + numberDigits), 16);
        const began = sentAt.get(number);
        if (began !== undefined) latencies.push(now - began);
      }
    },
    heard: (): Heard => {
      const sorted = Float64Array.from(latencies).sort();
      return { events, bytes, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
    },
    events: () => events,
    frames: () => frames,
    forget: () => {
      sentAt.clear();
      latencies = [];
      frames = [];
      events = 0;
      bytes = 0;
    },
  };
}
