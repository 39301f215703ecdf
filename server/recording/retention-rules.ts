import { randomUUID } from 'node:crypto';
import type { RetentionRule, RetentionRuleSettings } from '@/lib/contract/recording';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { RecordingRecord, RecordingTable, RetentionTable } from './ports';
import { RecordingError } from './recording-error';
import { expiryOf } from './retention';

const day: Micros = 86_400 * 1_000_000;
const rowsAtOnce = 500;

/** The rules of keeping: for the routes, and as they stand in memory. */
export interface RetentionRules {
  readonly services: {
    list(): Promise<readonly RetentionRule[]>;
    /** Throws `rule-exists` where the same conference or queue has a rule. */
    add(settings: RetentionRuleSettings, by: Actor): Promise<RetentionRule>;
    change(id: string, settings: RetentionRuleSettings, by: Actor): Promise<RetentionRule>;
    remove(id: string): Promise<void>;
  };
  current(): readonly RetentionRule[];
  /** Reads them anew: another node may have changed them. */
  refresh(): Promise<void>;
  /** Those recordings, a part at a time, whose time is over. */
  expired(table: Pick<RecordingTable, 'page'>): AsyncIterable<readonly RecordingRecord[]>;
}

/** Keeps the rules. */
export function keepRules(table: RetentionTable, now: () => Micros): RetentionRules {
  let rules: readonly RetentionRule[] = [];
  const refresh = async () => {
    rules = await table.list();
  };
  return {
    current: () => rules,
    refresh,
    services: {
      list: () => table.list(),
      add: async (settings, by) => {
        const rule = { ...settings, id: randomUUID(), updatedAt: now(), updatedBy: by };
        if (!(await table.add(rule))) throw new RecordingError('rule-exists');
        await refresh();
        return rule;
      },
      change: async (id, settings, by) => {
        const rule = { ...settings, id, updatedAt: now(), updatedBy: by };
        const outcome = await table.change(rule);
        if (outcome !== 'changed')
          throw new RecordingError(outcome === 'taken' ? 'rule-exists' : 'not-found');
        await refresh();
        return rule;
      },
      remove: async (id) => {
        if (!(await table.remove(id))) throw new RecordingError('not-found');
        await refresh();
      },
    },
    expired: async function* (recordings) {
      await refresh();
      const shortest = Math.min(...rules.map(({ days }) => days ?? Infinity));
      if (!Number.isFinite(shortest)) return;
      let cursor: string | null | undefined;
      do {
        const { items, nextCursor }: Awaited<ReturnType<RecordingTable['page']>> =
          await recordings.page({
            to: now() - shortest * day,
            limit: rowsAtOnce,
            cursor: cursor ?? undefined,
          });
        yield items.filter((record) => (expiryOf(rules, record) ?? Infinity) <= now());
        cursor = nextCursor;
      } while (cursor !== null);
    },
  };
}
