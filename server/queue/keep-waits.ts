import { type CallControlId, queueStream, streamOf } from '@/lib/domain/ids';
import { valueAt, valuesOf } from '@/lib/domain/keyed';
import type { Queue } from '@/lib/domain/queue/queue';
import { type EndedWait, endedWaits } from '@/lib/domain/queue/wait';
import type { Announcement, Log } from '@/server/log/log';
import type { QueueHistory } from './ports';
import { queuesIn } from './reconcile';

/** Writes down the waits that end, and what later words make of them. */
export interface WaitKeeper {
  readonly follow: (announcement: Announcement) => void;
  /** Writes what has been heard of since the last time. */
  write(): Promise<void>;
  /** Takes up the waits that ended shortly before: a process may have died before it wrote them. */
  takeUp(): void;
}

const ofCalls: ReadonlySet<string> = new Set([
  'call.enqueued',
  'call.dequeued',
  'queueCall.hungUp',
  'queueCall.admitted',
  'queueCall.moved',
]);

/** Makes the keeper; what could not be written is written the next time. */
export function createWaitKeeper(log: Log, history: Pick<QueueHistory, 'saveWaits'>): WaitKeeper {
  let due = new Map<string, { readonly queue: string; readonly wait: EndedWait }>();
  const add = (queue: string, waits: readonly EndedWait[]) => {
    for (const wait of waits) {
      due.set(JSON.stringify([queue, wait.callControlId, wait.enqueuedAt]), { queue, wait });
    }
  };
  return {
    follow: ({ name, events, state }) => {
      const stream = streamOf(name);
      if (stream?.kind !== 'queue') return;
      const legs = new Set(events.flatMap((event) => legOf(event) ?? []));
      for (const leg of legs) {
        const call = valueAt((state as Queue).calls, leg);
        if (call !== undefined) add(stream.key, endedWaits(call));
      }
    },
    write: async () => {
      if (due.size === 0) return;
      const waits = due;
      due = new Map();
      try {
        await history.saveWaits([...waits.values()]);
      } catch (error) {
        due = new Map([...waits, ...due]);
        throw error;
      }
    },
    takeUp: () => {
      for (const name of queuesIn(log)) {
        const calls = valuesOf(log.peek(queueStream(name))?.state.calls ?? []);
        add(name, calls.flatMap(endedWaits));
      }
    },
  };
}

function legOf({
  type,
  data,
}: {
  readonly type: string;
  readonly data: object;
}): CallControlId | null {
  if (!ofCalls.has(type)) return null;
  return (data as { readonly callControlId: CallControlId }).callControlId;
}
