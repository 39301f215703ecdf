import { type CarrierEvent } from './carrier-event';

/** One attempt to deliver a webhook, with what was said on either side. */
export interface Attempt {
  readonly url: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly delivered: boolean;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly response: {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: string;
  } | null;
}

/** One webhook on its way, or arrived, or given up. */
export interface Delivery {
  readonly id: string;
  readonly event: CarrierEvent;
  readonly createdAt: number;
  state: 'pending' | 'retrying' | 'delivered' | 'failed';
  finishedAt: number | null;
  readonly attempts: Attempt[];
}

/** How many webhooks stand where; the four states add up to `sent`. */
export interface DeliveryCounts {
  sent: number;
  delivered: number;
  failed: number;
  retrying: number;
  pending: number;
}

/** The newest deliveries, and how many there were. */
export interface DeliveryLog {
  add(delivery: Delivery): void;
  /** Moves a delivery to another state. */
  move(delivery: Delivery, state: Delivery['state'], at: number): void;
  get(id: string): Delivery | undefined;
  /** Newest first. */
  list(): Delivery[];
  counts(): DeliveryCounts;
  clear(): void;
}

const noCounts = (): DeliveryCounts => ({
  sent: 0,
  delivered: 0,
  failed: 0,
  retrying: 0,
  pending: 0,
});

/** A log that keeps the newest `limit` deliveries. */
export function createDeliveryLog(limit = 5000): DeliveryLog {
  const kept = new Map<string, Delivery>();
  let counts = noCounts();
  return {
    add(delivery) {
      counts.sent += 1;
      counts[delivery.state] += 1;
      kept.set(delivery.id, delivery);
      if (kept.size <= limit) return;
      const oldest = kept.keys().next().value;
      if (oldest !== undefined) kept.delete(oldest);
    },
    move(delivery, state, at) {
      counts[delivery.state] -= 1;
      counts[state] += 1;
      delivery.state = state;
      if (state === 'delivered' || state === 'failed') delivery.finishedAt = at;
    },
    get: (id) => kept.get(id),
    list: () => [...kept.values()].reverse(),
    counts: () => ({ ...counts }),
    clear() {
      kept.clear();
      counts = noCounts();
    },
  };
}
