import type { TargetsRow } from '@/lib/contract/target';
import type { Micros } from '@/lib/domain/stamp';
import { firstTargets, type Targets } from '@/lib/domain/target/targets';
import { AlertError } from './alert-error';
import type { TargetService, TargetTable } from './ports';

/** The targets in force, in memory. */
export interface TargetBook extends TargetService {
  /** Reads what is saved; true where it is other than before: somebody saved at another node. */
  readonly refresh: () => Promise<boolean>;
  readonly targetsOf: (queue: string) => Targets;
}

/** What the book is made of. */
export interface TargetBookParts {
  readonly table: TargetTable;
  readonly now: () => Micros;
  readonly timeZone: string;
  readonly knownQueues: () => readonly string[];
  /** Called when targets are others. */
  readonly onChange: () => void;
}

const unsaved: TargetsRow = {
  ...{ queue: null, targets: firstTargets, updatedAt: null, updatedBy: null },
};

/** Keeps the targets of queues, and of all that have none of their own. */
export function createTargetBook(parts: TargetBookParts): TargetBook {
  const { table, now, timeZone } = parts;
  let rows: readonly TargetsRow[] = [];
  let byQueue = new Map<string | null, TargetsRow>();
  const refresh = async () => {
    const read = await table.list();
    if (JSON.stringify(read) === JSON.stringify(rows)) return false;
    rows = read;
    byQueue = new Map(read.map((row) => [row.queue, row]));
    return true;
  };
  const standard = () => byQueue.get(null) ?? unsaved;
  const changed = async () => {
    if (await refresh()) parts.onChange();
  };
  return {
    refresh,
    targetsOf: (queue) => (byQueue.get(queue) ?? standard()).targets,
    all: async () => {
      await changed();
      return {
        standard: standard(),
        queues: rows.filter(({ queue }) => queue !== null),
        known: parts.knownQueues(),
        timeZone,
      };
    },
    save: async (queue, targets, by) => {
      const row = { queue, targets, updatedAt: now(), updatedBy: by };
      await table.save(row);
      await changed();
      return row;
    },
    remove: async (queue) => {
      if (!(await table.remove(queue))) throw new AlertError('no-own-targets');
      await changed();
    },
  };
}
