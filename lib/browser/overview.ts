import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AlertRow } from '@/lib/contract/alert';
import type { RowsMessage } from '@/lib/contract/hub';
import type { CarrierRow, ConferenceRow, QueueRow, SupervisionRow } from '@/lib/contract/rows';
import type { Hub } from './hub';

/** The live conferences, the queues, the open alerts, and how we stand with the carrier, as the server pushes them. */
export interface Overview {
  /** The number of the last message; null before the first word. */
  readonly rev: number | null;
  readonly conferences: ReadonlyMap<string, ConferenceRow>;
  /** By the ids of their rows. */
  readonly queues: ReadonlyMap<string, QueueRow>;
  readonly alerts: ReadonlyMap<string, AlertRow>;
  readonly carrier: CarrierRow | null;
  /** Who supervises now, for those who may know. */
  readonly supervisions: ReadonlyMap<string, SupervisionRow>;
}

const nothing: Overview = {
  ...{ rev: null, conferences: new Map(), queues: new Map(), alerts: new Map(), carrier: null },
  supervisions: new Map(),
};

/** A live store of the overview, and how to keep it in step with the hub. */
export interface OverviewLive {
  readonly store: StoreApi<Overview>;
  follow: (hub: Hub) => () => void;
}

/** An overview nobody has told anything about yet; `topic` is that of a wallboard, where it hangs on one. */
export function createOverviewLive(topic = 'overview'): OverviewLive {
  const store = createStore<Overview>(() => nothing);
  return {
    store,
    follow: (hub) =>
      hub.follow(topic, {
        after: () => null,
        take(answer) {
          if ('rows' in answer) store.setState(withRows(nothing, answer.rows));
        },
        rows(message) {
          const { rev } = store.getState();
          if (rev !== null && message.rev <= rev) return;
          if (rev !== null && message.rev === rev + 1) {
            store.setState((overview) => withRows(overview, message));
          } else {
            hub.ask(topic);
          }
        },
      }),
  };
}

function withRows(overview: Overview, message: RowsMessage): Overview {
  const conferences = new Map(overview.conferences);
  const queues = new Map(overview.queues);
  const supervisions = new Map(overview.supervisions);
  const alerts = new Map(overview.alerts);
  let { carrier } = overview;
  for (const id of message.removed) {
    conferences.delete(id);
    queues.delete(id);
    supervisions.delete(id);
    alerts.delete(id);
  }
  for (const row of message.upserted) {
    if (row.kind === 'carrier') carrier = row;
    else if (row.kind === 'call' || row.kind === 'recording') continue;
    else if (row.kind === 'queue') queues.set(row.id, row);
    else if (row.kind === 'supervision') supervisions.set(row.id, row);
    else if (row.kind === 'alert') alerts.set(row.id, row);
    else if (row.status === 'completed') conferences.delete(row.id);
    else conferences.set(row.id, row);
  }
  // Who looks at conferences only is not woken by a caller who waits.
  return {
    rev: message.rev,
    conferences: isSame(conferences, overview.conferences) ? overview.conferences : conferences,
    queues: isSame(queues, overview.queues) ? overview.queues : queues,
    alerts: isSame(alerts, overview.alerts) ? overview.alerts : alerts,
    carrier,
    supervisions: isSame(supervisions, overview.supervisions)
      ? overview.supervisions
      : supervisions,
  };
}

function isSame<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
