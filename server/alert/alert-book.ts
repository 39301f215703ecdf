import type { AlertHappening, AlertRow } from '@/lib/contract/alert';
import type { Actor } from '@/lib/domain/event';
import { queueStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { AlertRecord, Store, StoreTransaction } from '@/server/log/ports';
import { AlertError } from './alert-error';
import { webhookJob } from './alert-webhook';
import { rowOf } from './judge-queue';
import type { AlertReads, AlertServices } from './ports';

/** What is to become of a queue's alerts. */
export interface AlertChange {
  readonly changed: readonly AlertRecord[];
  readonly happened: readonly { readonly happening: AlertHappening; readonly alert: AlertRecord }[];
}

/** The alerts that are open, in memory, and the one way in which they change. */
export interface AlertBook extends Pick<AlertServices, 'page' | 'acknowledge'> {
  /** Reads what is open; answers of which queues it is other than before. */
  refresh(): Promise<readonly string[]>;
  /** The same object while nothing about them changes. */
  openOf(queue: string): readonly AlertRecord[];
  /** Of all queues; a row that has not changed is the same object. */
  readonly rows: () => readonly AlertRow[];
  /** The queues that have open ones. */
  queues(): readonly string[];
  /** Decides on a queue's open alerts while no other node can: what changes is kept and told, or nothing is. */
  change(
    queue: string,
    decide: (open: readonly AlertRecord[]) => AlertChange,
  ): Promise<readonly AlertRecord[]>;
}

/** What the book is made of. */
export interface AlertBookParts {
  readonly store: Pick<Store, 'transact'>;
  readonly reads: AlertReads;
  readonly now: () => Micros;
}

const none: readonly AlertRecord[] = [];

/** Keeps the alerts. */
export function createAlertBook({ store, reads, now }: AlertBookParts): AlertBook {
  const open = new Map<string, readonly AlertRecord[]>();
  const shown = new Map<string, readonly AlertRow[]>();
  let rows: readonly AlertRow[] = [];
  // A queue is looked at far oftener than its alerts change.
  const install = (queue: string, alerts: readonly AlertRecord[]) => {
    if (isSame(open.get(queue) ?? none, alerts)) return;
    const known = new Map(shown.get(queue)?.map((row) => [row.id, row]));
    if (alerts.length === 0) {
      open.delete(queue);
      shown.delete(queue);
    } else {
      open.set(queue, alerts);
      shown.set(
        queue,
        alerts.map((alert) => sameOr(known.get(alert.id), rowOf(alert))),
      );
    }
    rows = [...shown.values()].flat();
  };
  const inQueue = async (
    tx: StoreTransaction,
    queue: string,
    decide: (open: readonly AlertRecord[]) => AlertChange,
  ) => {
    const name = queueStream(queue);
    // Whoever else judges this queue waits here, and then finds what was decided.
    const [stream] = await tx.lockStreams([name], { has: () => true });
    const { changed, happened } = decide(await tx.openAlerts(queue));
    if (changed.length > 0) {
      await tx.saveAlerts(changed);
      const at = now();
      await tx.addJobs(happened.map(({ happening, alert }) => webhookJob(happening, alert, at)));
      // The other nodes read alerts anew whenever a queue has moved.
      await tx.notifyMoved([{ name, seq: stream?.seq ?? 0 }]);
    }
    return tx.openAlerts(queue);
  };
  return {
    openOf: (queue) => open.get(queue) ?? none,
    rows: () => rows,
    queues: () => [...open.keys()],
    refresh: async () => {
      const read = new Map<string, AlertRecord[]>();
      for (const alert of await reads.open())
        read.set(alert.queue, [...(read.get(alert.queue) ?? []), alert]);
      const moved = [...new Set([...read.keys(), ...open.keys()])].filter(
        (queue) => !isSame(read.get(queue) ?? none, open.get(queue) ?? none),
      );
      for (const queue of moved) install(queue, read.get(queue) ?? []);
      return moved;
    },
    change: async (queue, decide) => {
      const alerts = await store.transact((tx) => inQueue(tx, queue, decide));
      install(queue, alerts);
      return alerts;
    },
    page: async (query) => {
      const { items, nextCursor } = await reads.page(query);
      return { items: items.map(rowOf), nextCursor };
    },
    acknowledge: async (id, by) => {
      const { queue, alerts } = await store.transact(async (tx) => {
        const asked = await tx.readAlert(id);
        if (asked === null) throw new AlertError('no-alert');
        const decide = (known: readonly AlertRecord[]) => acknowledged(known, id, by, now());
        return { queue: asked.queue, alerts: await inQueue(tx, asked.queue, decide) };
      });
      install(queue, alerts);
      const alert = alerts.find((one) => one.id === id);
      if (alert === undefined) throw new AlertError('alert-over');
      return rowOf(alert);
    },
  };
}

function acknowledged(
  open: readonly AlertRecord[],
  id: string,
  by: Actor,
  at: Micros,
): AlertChange {
  const alert = open.find((one) => one.id === id);
  if (alert === undefined) throw new AlertError('alert-over');
  const { acknowledgedBy: first, told } = alert;
  if (first !== null) throw new AlertError('alert-acknowledged', first.name);
  const after = { ...alert, acknowledgedAt: at, acknowledgedBy: by, told: told + 1 };
  return { changed: [after], happened: [{ happening: 'alert.acknowledged', alert: after }] };
}

function isSame(some: readonly AlertRecord[], others: readonly AlertRecord[]): boolean {
  if (some.length === 0 && others.length === 0) return true;
  return JSON.stringify(some) === JSON.stringify(others);
}

function sameOr(known: AlertRow | undefined, row: AlertRow): AlertRow {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(row) ? known : row;
}
