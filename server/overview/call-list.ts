import type { RowsMessage } from '@/lib/contract/hub';
import type { CallRow } from '@/lib/contract/rows';
import { areBridged, type Call, placeOf } from '@/lib/domain/call/call';
import { type CallControlId, callStream, conferenceStream } from '@/lib/domain/ids';
import type { Log } from '@/server/log/log';
import { callRow } from './call-row';

// At most four a second (ARCHITECTURE §5), however much happens.
const everyMs = 250;

/** The rows of every call that has not ended, told as they change. */
export interface CallList {
  /** All rows, as of the number of the last message. */
  all(): RowsMessage;
  readonly rows: () => readonly CallRow[];
  /** Hears what changed, at most four times a second, while `isHeard` says that somebody listens. */
  follow(listener: (message: RowsMessage) => void, isHeard: () => boolean): () => void;
  stop(): void;
}

interface Made {
  readonly row: CallRow;
  readonly call: Call;
  readonly other: Call | null;
  readonly supervised: Call | null;
  readonly conferenceName: string | null;
}

/** Keeps the list of live calls. */
export function createCallList(log: Log): CallList {
  const listeners = new Map<(message: RowsMessage) => void, () => boolean>();
  const made = new Map<CallControlId, Made>();
  let rev = 0;
  // While nothing is said of calls or conferences, nothing is looked at.
  let isStale = true;
  const stopFollowing = log.follow(({ name }) => {
    if (name.startsWith('call:') || name.startsWith('conference:')) isStale = true;
  });

  const refresh = () => {
    if (!isStale) return;
    isStale = false;
    const calls = liveCallsOf(log);
    const others = bridgedOthers(calls);
    const upserted: CallRow[] = [];
    for (const call of calls.values()) {
      const next = {
        call,
        other: others.get(call.id) ?? null,
        supervised: supervisedBy(log, call),
        conferenceName: conferenceNameOf(log, call),
      };
      const known = made.get(call.id);
      if (known !== undefined && isSame(known, next)) continue;
      const row = callRow(call, next);
      made.set(call.id, { ...next, row });
      // Much is said of a call that its row does not show: each key that is pressed, for one.
      if (JSON.stringify(known?.row) !== JSON.stringify(row)) upserted.push(row);
    }
    const removed = [...made.keys()].filter((id) => !calls.has(id));
    for (const id of removed) made.delete(id);
    if (upserted.length === 0 && removed.length === 0) return;
    rev += 1;
    for (const listener of listeners.keys()) listener({ rev, upserted, removed });
  };
  refresh();
  const timer = setInterval(() => {
    if ([...listeners.values()].some((isHeard) => isHeard())) refresh();
  }, everyMs);
  const rows = () => [...made.values()].map(({ row }) => row);

  return {
    rows: () => {
      refresh();
      return rows();
    },
    all: () => {
      refresh();
      return { rev, upserted: rows(), removed: [] };
    },
    follow: (listener, isHeard) => {
      listeners.set(listener, isHeard);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearInterval(timer);
      stopFollowing();
    },
  };
}

function liveCallsOf(log: Log): ReadonlyMap<CallControlId, Call> {
  const calls = new Map<CallControlId, Call>();
  for (const name of log.liveNames()) {
    if (!name.startsWith('call:')) continue;
    const view = log.peek(callStream(name.slice('call:'.length) as CallControlId));
    if (view !== undefined && view.seq > 0) calls.set(view.state.id, view.state);
  }
  return calls;
}

/** With whom each call is connected; left out where nobody knows. */
function bridgedOthers(calls: ReadonlyMap<CallControlId, Call>): ReadonlyMap<CallControlId, Call> {
  const bridged = [...calls.values()].filter((call) => placeOf(call).kind === 'bridged');
  const bySession = new Map<string, Call[]>();
  for (const call of bridged) {
    if (call.callSessionId === null) continue;
    bySession.set(call.callSessionId, [...(bySession.get(call.callSessionId) ?? []), call]);
  }
  const others = new Map<CallControlId, Call>();
  for (const call of bridged) {
    const paired = call.paired === null ? undefined : calls.get(call.paired);
    const near = paired === undefined ? (bySession.get(call.callSessionId ?? '') ?? []) : [paired];
    const other = near.find((each) => areBridged(call, each));
    if (other !== undefined) others.set(call.id, other);
  }
  return others;
}

function supervisedBy(log: Log, { dialled }: Call): Call | null {
  if (dialled?.supervises == null) return null;
  return log.peek(callStream(dialled.supervises))?.state ?? null;
}

function conferenceNameOf(log: Log, call: Call): string | null {
  const place = placeOf(call);
  if (place.kind !== 'conference') return null;
  return log.peek(conferenceStream(place.conferenceId))?.state.description?.name ?? null;
}

function isSame(a: Made, b: Omit<Made, 'row'>): boolean {
  return (
    a.call === b.call &&
    a.other === b.other &&
    a.supervised === b.supervised &&
    a.conferenceName === b.conferenceName
  );
}
