import type { RowsMessage } from '@/lib/contract/hub';
import type { AlertRow } from '@/lib/contract/alert';
import type { ConferenceRow, OverviewRow, QueueRow } from '@/lib/contract/rows';
import type { Conference } from '@/lib/domain/conference/conference';
import { type ConferenceId, conferenceStream, type StreamName } from '@/lib/domain/ids';
import type { Queue } from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { CarrierWatch, Heard } from './carrier-watch';
import { conferenceRow } from './conference-row';
import { supervisionRows } from './supervision-row';
import { queueRow, type QueueStanding } from './queue-row';

// At most four a second (ARCHITECTURE §5), however much happens.
const everyMs = 250;

/** The rows of every live conference, of every queue, of the open alerts and of the carrier, told as they change. */
export interface Overview {
  /** All rows, as of the number of the last message. */
  all(): RowsMessage;
  /** Hears what changed, at most four times a second, while `isHeard` says that somebody listens. */
  follow(listener: (message: RowsMessage) => void, isHeard: () => boolean): () => void;
  stop(): void;
}

/** What the overview is built of. */
export interface OverviewParts {
  readonly log: Log;
  readonly watch: CarrierWatch;
  readonly alerts: {
    /** The open ones; each the same object while it does not change. */
    readonly rows: () => readonly AlertRow[];
    readonly standingOf: (queue: string) => QueueStanding;
  };
  readonly now: () => Micros;
}

/** Keeps the overview of what is live. */
export function createOverview({ log, watch, alerts, now }: OverviewParts): Overview {
  const listeners = new Map<(message: RowsMessage) => void, () => boolean>();
  const rows = new Map<string, { row: OverviewRow; text: string }>();
  const made = new Map<ConferenceId, { row: ConferenceRow; state: Conference }>();
  const madeQueues = new Map<string, { row: QueueRow; state: Queue; standing: QueueStanding }>();
  let rev = 0;
  let isBehind = false;

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
    const standing = alerts.standingOf(name);
    const heardAt = watch.heardAt(`queue:${name}`);
    const isSame = known?.state === state && known.standing === standing;
    if (isSame && (heardAt ?? state.readAt) === known.row.heardAt) return known.row;
    const row = isSame
      ? { ...known.row, heardAt: heardAt ?? state.readAt }
      : queueRow(state, standing, heardAt);
    madeQueues.set(name, { row, state, standing });
    return row;
  };

  const current = (): OverviewRow[] => {
    const live: OverviewRow[] = [watch.row(), ...alerts.rows()];
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
    }
    for (const [name, { row }] of madeQueues) {
      if (seen.has(row.id)) continue;
      madeQueues.delete(name);
    }
    if (upserted.length === 0 && removed.length === 0) return;
    rev += 1;
    for (const listener of listeners.keys()) listener({ rev, upserted, removed });
  };
  // A row counts everybody who was ever in: with nobody to tell, that waits until somebody asks.
  const tell = () => {
    watch.keepOnly(new Set(log.liveNames().flatMap(aboutOf)));
    isBehind = ![...listeners.values()].some((isHeard) => isHeard());
    if (!isBehind) refresh();
  };
  refresh();
  const timer = setInterval(tell, everyMs);

  return {
    all: () => {
      if (isBehind) refresh();
      isBehind = false;
      return { rev, upserted: [...rows.values()].map(({ row }) => row), removed: [] };
    },
    follow: (listener, isHeard) => {
      listeners.set(listener, isHeard);
      return () => listeners.delete(listener);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

function aboutOf(name: StreamName): Heard[] {
  if (isQueue(name)) return [name];
  return name.startsWith('conference:') ? [name.slice('conference:'.length) as ConferenceId] : [];
}

function isQueue(name: StreamName): name is `queue:${string}` {
  return name.startsWith('queue:');
}
