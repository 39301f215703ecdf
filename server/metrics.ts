import { timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Verdict } from '@/lib/contract/rows';

/** What operators watch of one process (Prometheus text at `/api/metrics`). */
export interface Metrics {
  countDelivery(verdict: Verdict | 'verified' | 'not-stored'): void;
  countCommand(outcome: 'accepted' | 'refused' | 'unknown'): void;
  countEvents(count: number): void;
  /** Prometheus text for whoever brings the token; null for all others, and for all where there is none. */
  textFor(given: string | null, token: string | null): Promise<string | null>;
}

/** Makes the metrics of this process; gauges are read when asked for. */
export function createMetrics(gauges: {
  readonly sockets: () => number;
  readonly liveStreams: () => number;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: 'rostrum_deliveries_total',
    help: 'Posts to the webhook door, by what became of them',
    labelNames: ['verdict'],
    registers: [registry],
  });
  // Labels are looked up by their text: once for what comes thousands of times a second.
  const verified = deliveries.labels('verified');
  const commands = new Counter({
    name: 'rostrum_commands_total',
    help: 'Commands given to the carrier, by its answer',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const events = new Counter({
    name: 'rostrum_events_total',
    help: 'Events appended to the log',
    registers: [registry],
  });
  for (const [name, help, read] of [
    ['rostrum_sockets', 'Browsers connected to the hub', gauges.sockets],
    ['rostrum_live_streams', 'Streams held in memory', gauges.liveStreams],
  ] as const) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
  return {
    countDelivery: (verdict) => {
      if (verdict === 'verified') verified.inc();
      else deliveries.inc({ verdict });
    },
    countCommand: (outcome) => {
      commands.inc({ outcome });
    },
    countEvents: (count) => {
      events.inc(count);
    },
    textFor: async (given, token) => (isToken(given, token) ? registry.metrics() : null),
  };
}

function isToken(given: string | null, expected: string | null): boolean {
  if (given === null || expected === null) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
