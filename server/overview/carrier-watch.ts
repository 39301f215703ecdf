import type { CarrierRow, Trouble } from '@/lib/contract/rows';
import type { ConferenceId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';
import type { CarrierFact } from '@/server/routing/carrier-fact';

const silentAfter: Micros = 600_000_000;
const storeTroubleFor: Micros = 60_000_000;
const failuresToBeDown = 3;

/** What a row is about: a conference, or a queue by the name of its stream. */
export type Heard = ConferenceId | `queue:${string}`;

/** Knows how we stand with the carrier: when it last spoke, and what is wrong. */
export interface CarrierWatch {
  heardWebhook(at: Micros, about: Heard | null): void;
  readonly completedRead: (about: Heard) => void;
  answered(answer: CarrierAnswer): void;
  readonly failedRead: (error: CarrierReadError) => void;
  failedStore(): void;
  /** Hears how far the clock of a simulator is ahead of ours; true where it was moved on. */
  readonly heardClock: (ahead: Micros) => boolean;
  /** The carrier's clock as far as we know: ours, and how far that of a simulator was moved on. */
  readonly carrierNow: () => Micros;
  /** Our clock at the newest verified webhook about it or completed read of it. */
  heardAt(about: Heard): Micros | null;
  /** Forgets when it heard of all others. */
  keepOnly(known: ReadonlySet<Heard>): void;
  row(): CarrierRow;
}

/** What a fact of the carrier is about, as far as a row shows it; null for what no row shows. */
export function heardOf(fact: CarrierFact): Heard | null {
  if (fact.kind === 'conference') return fact.conferenceId;
  if (fact.kind === 'recording') return null;
  const { event } = fact;
  const isQueued = event.type === 'call.enqueued' || event.type === 'call.dequeued';
  return isQueued ? `queue:${event.data.queue}` : null;
}

/** What the watch is built of. */
export interface CarrierWatchParts {
  readonly isSimulator: boolean;
  readonly now: () => Micros;
  readonly hasLiveCalls: () => boolean;
  /** How many calls have not ended. */
  readonly countCalls: () => number;
  readonly isClockOrKeyWrong: (now: Micros) => boolean;
}

/** Makes the watch; it knows only this process's time, so a restart begins with patience. */
export function createCarrierWatch(parts: CarrierWatchParts): CarrierWatch {
  const startedAt = parts.now();
  const heard = new Map<Heard, Micros>();
  let lastWebhookAt: Micros | null = null;
  let lastReadAt: Micros | null = null;
  let isKeyRefused = false;
  let failures = 0;
  let storeFailedAt: Micros | null = null;
  let clockAhead: Micros = 0;

  const reached = () => {
    failures = 0;
    isKeyRefused = false;
  };
  const troubles = (now: Micros): Trouble[] => {
    const silentFor = now - Math.max(lastWebhookAt ?? startedAt, startedAt);
    const isStoreFailing = storeFailedAt !== null && now - storeFailedAt < storeTroubleFor;
    return [
      ...(isKeyRefused ? (['carrier-key'] as const) : []),
      ...(failures >= failuresToBeDown ? (['carrier-down'] as const) : []),
      ...(silentFor >= silentAfter && parts.hasLiveCalls() ? (['webhooks-silent'] as const) : []),
      ...(parts.isClockOrKeyWrong(now) ? (['clock-or-key'] as const) : []),
      ...(isStoreFailing ? (['store'] as const) : []),
    ];
  };

  return {
    heardWebhook: (at, about) => {
      lastWebhookAt = at;
      if (about !== null) heard.set(about, at);
    },
    completedRead: (about) => {
      lastReadAt = parts.now();
      heard.set(about, lastReadAt);
      reached();
    },
    answered: (answer) => {
      if (answer.kind === 'accepted') reached();
      else if (answer.kind === 'refused' && answer.code === 'carrier-key') isKeyRefused = true;
      else if (answer.kind === 'refused' && answer.code === 'carrier-down') failures += 1;
    },
    failedRead: (error) => {
      if (error.reason === 'key') isKeyRefused = true;
      else if (error.reason !== 'busy') failures += 1;
    },
    failedStore: () => {
      storeFailedAt = parts.now();
    },
    heardClock: (ahead) => {
      const hasMoved = ahead !== clockAhead;
      clockAhead = ahead;
      return hasMoved;
    },
    carrierNow: () => Math.round(parts.now() + clockAhead),
    heardAt: (about) => heard.get(about) ?? null,
    keepOnly: (known) => {
      for (const about of heard.keys()) if (!known.has(about)) heard.delete(about);
    },
    row: () => ({
      kind: 'carrier',
      calls: parts.countCalls(),
      id: 'carrier',
      isSimulator: parts.isSimulator,
      clockAhead,
      lastWebhookAt,
      lastReadAt,
      troubles: troubles(parts.now()),
    }),
  };
}
