import type { CallStatusAnswer } from '@/lib/contract/http';
import type { CallRow } from '@/lib/contract/rows';
import { type CallControlId, callStream, dialStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import { dialCall } from './dial-call';
import type { CallServices } from './ports';
import { createCallReconciler } from './reconcile-calls';
import { callReconcileKind } from './reconcile-job';
import { type CallCommandParts, runCallCommand } from './run-call-command';

/** What the room of calls is built of. */
export interface CallRoomParts extends CallCommandParts {
  /** The carrier's clock, which a rehearsal may have moved on. */
  readonly carrierNow: () => Micros;
  /** The rows of all calls that have not ended. */
  readonly rows: () => readonly CallRow[];
  /** Whether somebody looks at the list of calls now. */
  readonly isWatched: () => boolean;
  readonly onFailure: (error: unknown) => void;
}

/** The room of calls: what routes may ask, the worker of its jobs, and what it does by itself. */
export interface CallRoom {
  readonly services: CallServices;
  readonly workers: Readonly<Record<string, JobWorker>>;
  /** Begins to read the carrier; returns how to stop it. */
  start(): () => void;
}

/** Opens the room of calls. */
export function openCalls(parts: CallRoomParts): CallRoom {
  const { log, store, carrier } = parts;
  const reconciler = createCallReconciler(parts);
  const status = async (id: CallControlId): Promise<CallStatusAnswer | null> => {
    try {
      const said = await carrier.readStatus(id);
      // Whoever asks is in doubt, so all calls are read back too.
      await reconciler.doubt();
      return said;
    } catch (error) {
      parts.onFailure(error);
      throw error;
    }
  };
  return {
    services: {
      live: parts.rows,
      read: (id) => log.read(callStream(id)),
      events: (id, range) => store.readEvents(callStream(id), range),
      status,
      run: (id, request) => runCallCommand(parts, id, request),
      dial: (order) => dialCall(parts, order),
      dialled: (id) => log.read(dialStream(id)),
    },
    workers: { [callReconcileKind]: reconciler.worker },
    start: reconciler.startSweep,
  };
}
