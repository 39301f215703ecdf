import type { RelayBody, RelayView } from '@/lib/contract/relay';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import { type JobWorker, type RunningJobs, runJobs } from '@/server/jobs/run-jobs';
import type { Log } from '@/server/log/log';
import type { RelayRecord, Store } from '@/server/log/ports';
import type { Outbound } from '@/server/outbound/create-outbound';
import type { RelaySetting, RelayTable } from './ports';
import { relayRecordOf } from './relay-record';
import { createSendWaiting } from './send-waiting';

const relayKind = 'relay';
/** Short, so that another node soon goes on where one died: longer than a turn and its last posts. */
const leaseMs = 15_000;
const turn: Micros = 5_000_000;
const refreshEveryMs = 5_000;
const idleMs = 250;
const afterFailure: Micros = 1_000_000;

/** What the routes may ask of the relay. */
export interface RelayService {
  view(): Promise<RelayView>;
  /** Throws `AddressRefusedError` where nothing would be posted to the address. */
  change(body: RelayBody, by: Actor): Promise<RelayView>;
}

/** Every webhook that was stored as signed, forwarded as it came to another application. */
export interface Relay {
  readonly service: RelayService;
  /** For the webhook door. */
  readonly forwarding: {
    /** What to store beside a delivery; null while forwarding is off, and for what has come round again. */
    recordOf(...of: Parameters<typeof relayRecordOf>): RelayRecord | null;
    wake(): void;
  };
  /** Begins to forward. Returns how to stop. */
  start(): Promise<() => Promise<void>>;
}

/** What the relay is built of. */
export interface RelayParts {
  readonly log: Pick<Log, 'submit'>;
  readonly store: Store;
  readonly table: RelayTable;
  readonly outbound: Outbound;
  readonly now: () => Micros;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Builds the relay. Each node asks every few seconds how it is set, and at once where it was changed here;
 * one node at a time sends, by the lease of a job. While it is off, nothing of this costs a delivery anything.
 */
export function openRelay(parts: RelayParts): Relay {
  const { log, store, table, outbound, now, onFailure } = parts;
  let setting: RelaySetting | null = null;
  let jobs: RunningJobs | null = null;
  let isStopping = false;
  const bell = createBell();
  const sendWaiting = createSendWaiting({ table, outbound, now, idle: () => bell.rest(idleMs) });

  const worker: JobWorker = async () => {
    const current = await table.setting();
    if (!current.isOn) return { kind: 'done' };
    const until = now() + turn;
    const isSame = () => setting?.address === current.address && setting.isOn;
    try {
      await sendWaiting(current, () => !isStopping && isSame() && now() < until);
      return { kind: 'again', dueAt: now() };
    } catch (error) {
      onFailure(error);
      return { kind: 'again', dueAt: now() + afterFailure };
    }
  };

  const refresh = async () => {
    const before = setting;
    setting = await table.setting();
    if (!setting.isOn || isStopping) return;
    if (before?.isOn !== true || jobs === null)
      await log.submit({
        streams: [],
        run: (batch) => {
          batch.addJob({ kind: relayKind, key: '', body: null, priority: 1, dueAt: now() });
        },
      });
    jobs ??= runJobs({
      ...{ store, now, leaseMs, concurrency: 1 },
      workers: { [relayKind]: worker },
      onFailure: (_job, error) => {
        onFailure(error);
      },
    });
    jobs.wake();
  };

  return {
    service: {
      view: () => table.view(),
      change: async (body, by) => {
        if (body.address !== '') await outbound.check(body.address);
        await table.change(body, by, now());
        await refresh();
        bell.ring();
        return table.view();
      },
    },
    forwarding: {
      recordOf: (delivery, headers, body) => {
        const isWanted =
          setting?.isOn === true && headers.passedBy?.includes(setting.mark) !== true;
        return isWanted ? relayRecordOf(delivery, headers, body) : null;
      },
      wake: bell.ring,
    },
    start: async () => {
      await refresh();
      const timer = setInterval(() => {
        refresh().catch(onFailure);
      }, refreshEveryMs);
      return async () => {
        isStopping = true;
        clearInterval(timer);
        bell.ring();
        await jobs?.stop();
      };
    },
  };
}

/** A pause that can be rung off. */
function createBell(): { rest: (ms: number) => Promise<void>; ring: () => void } {
  let wakeUp: (() => void) | null = null;
  let hasRung = false;
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        if (hasRung) {
          hasRung = false;
          resolve();
          return;
        }
        const timer = setTimeout(() => {
          wakeUp?.();
        }, ms);
        wakeUp = () => {
          clearTimeout(timer);
          wakeUp = null;
          hasRung = false;
          resolve();
        };
      }),
    ring: () => {
      hasRung = true;
      wakeUp?.();
    },
  };
}
