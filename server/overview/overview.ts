import type { RowsMessage } from '@/lib/contract/hub';
import type { ConferenceRow, OverviewRow, QueueRow } from '@/lib/contract/rows';
import type { Conference } from '@/lib/domain/conference/conference';
import { type ConferenceId, conferenceStream, type StreamName } from '@/lib/domain/ids';
import type { Queue } from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { CarrierWatch } from './carrier-watch';
import { conferenceRow } from './conference-row';
import { supervisionRows } from './supervision-row';
import { queueRow } from './queue-row';

// At most four a second (ARCHITECTURE §5), however much happens.
const everyMs = 250;

/** The rows of every live conference, of every queue and of the carrier, told as they change. */
export interface Overview {
  /** All rows, as of the number of the last message. */
  all(): RowsMessage;
  /** Hears what changed, at most four times a second. */
  follow(listener: (message: RowsMessage) => void): () => void;
  stop(): void;
}

/** What the overview is built of. */
export interface OverviewParts {
  readonly log: Log;
  readonly watch: CarrierWatch;
  readonly now: () => Micros;
}

/** Keeps the overview of what is live. */
export function createOverview({ log, watch, now }: OverviewParts): Overview {
  const listeners = new Set<(message: RowsMessage) => void>();
  const rows = new Map<string, { row: OverviewRow; text: string }>();
  const made = new Map<ConferenceId, { row: ConferenceRow; state: Conference }>();
  const madeQueues = new Map<string, { row: QueueRow; state: Queue }>();
  let rev = 0;

  // Most conferences are quiet most of the time: a row is made anew only when something is new in it.
  const rowOf = (id: ConferenceId, state: Conference): ConferenceRow => {
    const known = made.get(id);
    const heardAt = watch.heardAt(id) ?? known?.row.heardAt ?? now();
    if (known?.state === state) {
      const row = known.row.heardAt === heardAt ? known.row : { ...known.row, heardAt };
      made.set(id, { row, state });
      return row;
    }
    const row = conferenceRow(state, heardAt);
    made.set(id, { row, state });
    return row;
  };

  const rowOfQueue = (name: string, state: Queue): QueueRow => {
    const known = madeQueues.get(name);
    const heardAt = watch.heardAt(`queue:${name}`);
    const isOld = known?.state === state && (heardAt ?? state.readAt) === known.row.heardAt;
    if (isOld) return known.row;
    const row =
      known?.state === state
        ? { ...known.row, heardAt: heardAt ?? state.readAt }
        : queueRow(state, heardAt);
    madeQueues.set(name, { row, state });
    return row;
  };

  const current = (): OverviewRow[] => {
    const live: OverviewRow[] = [watch.row()];
    for (const name of log.liveNames()) {
      if (name.startsWith('supervision:')) live.push(...supervisionRows(log, name));
      if (isQueue(name)) {
        const queue = log.peek(name);
        if (queue !== undefined && queue.seq > 0)
          live.push(rowOfQueue(queue.state.name, queue.state));
      }
      if (!name.startsWith('conference:')) continue;
      const id = name.slice('conference:'.length) as ConferenceId;
      const view = log.peek(conferenceStream(id));
      if (view === undefined || view.seq === 0) continue;
      live.push(rowOf(id, view.state));
    }
    return live;
  };

  const refresh = () => {
    const upserted: OverviewRow[] = [];
    const seen = new Set<string>();
    for (const row of current()) {
      seen.add(row.id);
      const known = rows.get(row.id);
      if (known?.row === row) continue;
      const text = JSON.stringify(row);
      if (known?.text === text) continue;
      rows.set(row.id, { row, text });
      upserted.push(row);
    }
    const removed = [...rows.keys()].filter((id) => !seen.has(id));
    for (const id of removed) {
      rows.delete(id);
      made.delete(id as ConferenceId);
      watch.forget(id as ConferenceId);
    }
    for (const [name, { row }] of madeQueues) {
      if (seen.has(row.id)) continue;
      madeQueues.delete(name);
      watch.forget(`queue:${name}`);
    }
    if (upserted.length === 0 && removed.length === 0) return;
    rev += 1;
    for (const listener of listeners) listener({ rev, upserted, removed });
  };
  refresh();
  const timer = setInterval(refresh, everyMs);

  return {
    all: () => ({ rev, upserted: [...rows.values()].map(({ row }) => row), removed: [] }),
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

function isQueue(name: StreamName): name is `queue:${string}` {
  return name.startsWith('queue:');
}
