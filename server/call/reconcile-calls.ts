import { type CallControlId, callStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Log } from '@/server/log/log';
import { endCall } from './end-lost-calls';
import { liveCalls } from './live-calls';
import type { ActiveCall, CallCarrier } from './ports';
import { callReconcileJob, type CallReconcileReason } from './reconcile-job';

const secondReadAfter: Micros = 1_500_000;
const sweepEveryMs = 5_000;
const watchedEvery: Micros = 10_000_000;
const restEvery: Micros = 60_000_000;
/** What is needed to read the active calls back. */
export interface CallReconcileParts {
  readonly log: Log;
  readonly carrier: Pick<CallCarrier, 'listActive'>;
  readonly now: () => Micros;
  /** The carrier's clock, which a rehearsal may have moved on. */
  readonly carrierNow: () => Micros;
  /** The application whose calls are read; null without one, and then none are. */
  readonly connectionId: string | null;
  /** Whether somebody looks at the calls now. */
  readonly isWatched: () => boolean;
  readonly onFailure: (error: unknown) => void;
}

/** Keeps the active calls true to the carrier. */
export interface CallReconciler {
  readonly worker: JobWorker;
  /** Asks for a read: something about a call is in doubt. */
  doubt(): Promise<void>;
  /** Has the calls read, now and by a timer; returns how to stop it. */
  readonly startSweep: () => () => void;
}

/** What one read leaves open: what a second read must show before it counts. */
interface Suspicion {
  /** Calls that were not listed, with the number of the last event about each then. */
  readonly absent: ReadonlyMap<CallControlId, number>;
  /** Calls that were listed and nobody had told of: word of them may be on its way. */
  readonly unheard: ReadonlySet<CallControlId>;
}

/** Makes the reconciler; what a first read suspects is kept in memory until the second. */
export function createCallReconciler(parts: CallReconcileParts): CallReconciler {
  const { log, now, connectionId } = parts;
  let suspicion: Suspicion = { absent: new Map(), unheard: new Set() };
  let readAt: Micros | null = null;

  const ask = async (reason: CallReconcileReason) => {
    if (connectionId === null) return;
    const job = callReconcileJob(connectionId, reason, now());
    await log.submit({
      streams: [],
      run: (batch) => {
        batch.addJob(job);
      },
    });
  };
  const sweep = async () => {
    const isDue =
      readAt === null || now() - readAt >= (parts.isWatched() ? watchedEvery : restEvery);
    if (isDue) await ask(readAt === null ? 'doubt' : parts.isWatched() ? 'watched' : 'rest');
  };

  return {
    worker: async () => {
      if (connectionId === null) return { kind: 'done' };
      const isFirst = readAt === null;
      const before = seqs(log, connectionId);
      const listed = await parts.carrier.listActive(connectionId);
      readAt = now();
      const unheard = await tellFound(parts, connectionId, listed, isFirst ? null : suspicion);
      const absent = await endAbsent(log, listed, before, suspicion);
      suspicion = { absent, unheard };
      const isOpen = absent.size + unheard.size > 0;
      return isOpen ? { kind: 'again', dueAt: now() + secondReadAfter } : { kind: 'done' };
    },
    doubt: () => ask('doubt'),
    startSweep: () => {
      sweep().catch(parts.onFailure);
      const timer = setInterval(() => {
        sweep().catch(parts.onFailure);
      }, sweepEveryMs);
      return () => {
        clearInterval(timer);
      };
    },
  };
}

/** The calls of the application that we believe to be up, with the number of the last event of each. */
function seqs(log: Log, connectionId: string): ReadonlyMap<CallControlId, number> {
  const ours = liveCalls(log).filter((call) => call.connectionId === connectionId);
  return new Map(ours.map(({ id }) => [id, log.peek(callStream(id))?.seq ?? 0]));
}

/** Tells of the calls that only the carrier knows, and returns who is listed unheard for the first time. */
async function tellFound(
  { log, carrierNow }: CallReconcileParts,
  connectionId: string,
  listed: readonly ActiveCall[],
  before: Suspicion | null,
): Promise<ReadonlySet<CallControlId>> {
  const unheard = new Set<CallControlId>();
  // All at once, so that they share commits: after an outage there may be hundreds.
  await Promise.all(
    listed.map(async ({ callControlId: id, durationSecs, ...ids }) => {
      if ((await log.read(callStream(id))) !== null) return;
      // Long before this process began its word was heard, or never will be.
      if (before?.unheard.has(id) === false) {
        unheard.add(id);
        return;
      }
      const startedAt = carrierNow() - durationSecs * 1_000_000;
      // Its length counts from the answer: none yet, and it rings (DOMAIN §1.5, A1).
      const data = { ...ids, connectionId, startedAt, isUp: durationSecs > 0 };
      const event = { type: 'call.found', data };
      await log.submit({
        streams: [callStream(id)],
        run: (batch) => {
          if (batch.seqOf(callStream(id)) > 0) return;
          batch.append(callStream(id), [{ event, source: 'reconcile', occurredAt: null }]);
        },
      });
    }),
  );
  return unheard;
}

/** Ends the calls that two reads have not shown, and returns who is missing for the first time. */
async function endAbsent(
  log: Log,
  listed: readonly ActiveCall[],
  before: ReadonlyMap<CallControlId, number>,
  suspicion: Suspicion,
): Promise<ReadonlyMap<CallControlId, number>> {
  const there = new Set(listed.map(({ callControlId }) => callControlId));
  const absent = new Map<CallControlId, number>();
  for (const [id, seq] of before) {
    const view = log.peek(callStream(id));
    if (there.has(id) || view?.state.hungUp !== null) continue;
    // A word since the first of the two reads began may be why it was not there yet.
    const isSure = suspicion.absent.get(id) === seq && view.seq === seq;
    if (isSure) await endCall(log, view.state);
    else absent.set(id, seq);
  }
  return absent;
}
