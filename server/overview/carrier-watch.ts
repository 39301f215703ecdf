import type { CarrierRow, Trouble } from '@/lib/contract/rows';
import type { ConferenceId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';

const silentAfter: Micros = 600_000_000;
const storeTroubleFor: Micros = 60_000_000;
const failuresToBeDown = 3;

/** Knows how we stand with the carrier: when it last spoke, and what is wrong. */
export interface CarrierWatch {
  heardWebhook(at: Micros, conferenceId: ConferenceId | null): void;
  readonly completedRead: (conferenceId: ConferenceId) => void;
  answered(answer: CarrierAnswer): void;
  failedRead(error: CarrierReadError): void;
  failedStore(): void;
  /** Hears how far the clock of a simulator is ahead of ours. */
  readonly heardClock: (ahead: Micros) => void;
  /** Our clock at the newest verified webhook about it or completed read of it. */
  heardAt(conferenceId: ConferenceId): Micros | null;
  /** Forgets when it heard of all other conferences. */
  keepOnly(conferenceIds: ReadonlySet<ConferenceId>): void;
  row(): CarrierRow;
}

/** What the watch is built of. */
export interface CarrierWatchParts {
  readonly isSimulator: boolean;
  readonly now: () => Micros;
  readonly hasLiveCalls: () => boolean;
  readonly isClockOrKeyWrong: (now: Micros) => boolean;
}

/** Makes the watch; it knows only this process's time, so a restart begins with patience. */
export function createCarrierWatch(parts: CarrierWatchParts): CarrierWatch {
  const startedAt = parts.now();
  const heard = new Map<ConferenceId, Micros>();
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
    heardWebhook: (at, conferenceId) => {
      lastWebhookAt = at;
      if (conferenceId !== null) heard.set(conferenceId, at);
    },
    completedRead: (conferenceId) => {
      lastReadAt = parts.now();
      heard.set(conferenceId, lastReadAt);
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
      clockAhead = ahead;
    },
    heardAt: (conferenceId) => heard.get(conferenceId) ?? null,
    keepOnly: (conferenceIds) => {
      for (const id of heard.keys()) if (!conferenceIds.has(id)) heard.delete(id);
    },
    row: () => ({
      kind: 'carrier',
      id: 'carrier',
      isSimulator: parts.isSimulator,
      clockAhead,
      lastWebhookAt,
      lastReadAt,
      troubles: troubles(parts.now()),
    }),
  };
}
