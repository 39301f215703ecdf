import { type CallControlId, queueStream } from '@/lib/domain/ids';
import { valueAt, valuesOf } from '@/lib/domain/keyed';
import type { Queue, QueueCall } from '@/lib/domain/queue/queue';
import { type EndedWait, endedWaits } from '@/lib/domain/queue/wait';
import type { Micros } from '@/lib/domain/stamp';
import { type Day, dayOf } from '@/lib/domain/target/day';
import { type Ended, endedOf, nobodyEnded, withEnded } from '@/lib/domain/target/ended';
import { halfHourLasts } from '@/lib/domain/target/service';
import type { Announcement, Log } from '@/server/log/log';
import type { QueueHistory } from '@/server/queue/ports';

// So seldom is looked for what is too old; it costs memory only, for every sum begins at its own moment.
const heardBetweenSweeps = 2_000;

/** The waits that ended today or in the last half hour, of every queue, in memory. */
export interface WaitBook {
  /** Reads of one queue what ended before this process began. */
  load(queue: string): Promise<void>;
  /** The same object while none is added, changed or swept away. */
  of(queue: string): Ended;
  /** The day that it is for the carrier. */
  today(at: Micros): Day;
  /** Hand it to `log.follow`: a wait that is heard of again stands as it was heard last (SV4). */
  readonly follow: (announcement: Announcement) => void;
}

/** What the book is made of. */
export interface WaitBookParts {
  readonly log: Pick<Log, 'peek'>;
  readonly history: Pick<QueueHistory, 'waits'>;
  readonly carrierNow: () => Micros;
  readonly timeZone: string;
}

/** Keeps the waits. */
export function createWaitBook({ log, history, carrierNow, timeZone }: WaitBookParts): WaitBook {
  const waits = new Map<string, Map<string, EndedWait>>();
  const lists = new Map<string, Ended>();
  let day: Day | null = null;
  let heard = 0;
  const today = (at: Micros) => {
    if (day === null || at < day.start || at >= day.end) day = dayOf(at, timeZone);
    return day;
  };
  const oldest = () => {
    const at = carrierNow();
    return Math.min(today(at).start, at - halfHourLasts);
  };
  const waitsOf = (queue: string) => {
    const known = waits.get(queue) ?? new Map<string, EndedWait>();
    waits.set(queue, known);
    return known;
  };
  const keep = (queue: string, known: Map<string, EndedWait>, wait: EndedWait) => {
    const key = keyOf(wait.callControlId, wait.enqueuedAt);
    const before = known.get(key);
    if (before !== undefined && isSame(before, wait)) return;
    known.set(key, wait);
    const list = lists.get(queue);
    // One more is added to what is counted; where one is corrected, all are counted anew.
    if (before !== undefined) lists.delete(queue);
    else if (list !== undefined) lists.set(queue, withEnded(list, wait));
  };
  // A fact that comes late may end a wait otherwise, or undo that it ended.
  const keepCall = (queue: string, call: QueueCall) => {
    const known = waitsOf(queue);
    const stands = endedWaits(call).filter(({ endedAt }) => endedAt >= oldest());
    const ended = new Set(stands.map(({ enqueuedAt }) => enqueuedAt));
    for (const { at } of call.entries) {
      if (!ended.has(at) && known.delete(keyOf(call.callControlId, at))) lists.delete(queue);
    }
    for (const wait of stands) keep(queue, known, wait);
  };
  const sweep = () => {
    const before = oldest();
    for (const [queue, known] of waits) {
      for (const [key, { endedAt }] of known) {
        if (endedAt < before && known.delete(key)) lists.delete(queue);
      }
    }
  };
  return {
    today,
    load: async (queue) => {
      const known = waitsOf(queue);
      const range = { from: oldest(), to: Number.MAX_SAFE_INTEGER };
      for (const wait of await history.waits(queue, range)) {
        const key = keyOf(wait.callControlId, wait.enqueuedAt);
        if (!known.has(key)) known.set(key, wait);
      }
      // What the last process heard and did not come to keep stands in the state of the queue.
      const state = log.peek(queueStream(queue))?.state;
      for (const call of state === undefined ? [] : valuesOf(state.calls)) keepCall(queue, call);
      lists.delete(queue);
    },
    of: (queue) => {
      const known = waits.get(queue);
      if (known === undefined) return nobodyEnded;
      const list = lists.get(queue) ?? endedOf([...known.values()]);
      lists.set(queue, list);
      return list;
    },
    follow: ({ name, events, state }) => {
      if (!name.startsWith('queue:')) return;
      const queue = state as Queue;
      const legs = new Set(events.flatMap(({ data }) => legOf(data) ?? []));
      for (const leg of legs) {
        const call = valueAt(queue.calls, leg);
        if (call !== undefined) keepCall(queue.name, call);
      }
      heard += legs.size;
      if (heard < heardBetweenSweeps) return;
      heard = 0;
      sweep();
    },
  };
}

function keyOf(leg: CallControlId, enqueuedAt: Micros): string {
  return `${enqueuedAt} ${leg}`;
}

function legOf(data: object): CallControlId | null {
  return 'callControlId' in data ? (data.callControlId as CallControlId) : null;
}

function isSame(one: EndedWait, other: EndedWait): boolean {
  return (
    one.endedAt === other.endedAt &&
    one.waitedMicros === other.waitedMicros &&
    one.outcome === other.outcome &&
    one.reason === other.reason
  );
}
