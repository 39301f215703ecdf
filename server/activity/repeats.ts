import type { ActivityRow } from '@/lib/contract/activity';
import type { Micros } from '@/lib/domain/stamp';

/** A line before it has its id. */
export type ActivityDraft = Omit<ActivityRow, 'id'>;

/** Lets the first few refusals of a kind through and counts the rest. */
export interface Repeats {
  /** The line if it is to be written now; null if it was counted. */
  take(group: string, draft: ActivityDraft): ActivityDraft | null;
  /** One line for each group whose minute is over and that had more: how many more. */
  ended(all: boolean): readonly ActivityDraft[];
}

const windowMicros: Micros = 60_000_000;
const mostEach = 5;

interface Group {
  readonly until: Micros;
  written: number;
  more: number;
  last: ActivityDraft;
}

/**
 * Bounds what refusals can write: five a minute for each group and one that counts the rest. Beyond
 * `mostGroups` at a time all further ones share one group, so no crowd of addresses fills the disk.
 */
export function createRepeats(now: () => Micros, mostGroups: number): Repeats {
  const groups = new Map<string, Group>();
  const groupOf = (wanted: string, draft: ActivityDraft): Group => {
    const name = groups.has(wanted) || groups.size < mostGroups ? wanted : '';
    const known = groups.get(name);
    if (known !== undefined) return known;
    const group: Group = { until: now() + windowMicros, written: 0, more: 0, last: draft };
    groups.set(name, group);
    return group;
  };
  return {
    take: (name, draft) => {
      const group = groupOf(name, draft);
      if (group.written < mostEach) {
        group.written += 1;
        return draft;
      }
      group.more += 1;
      group.last = draft;
      return null;
    },
    ended: (all) => {
      const told: ActivityDraft[] = [];
      for (const [name, { until, more, last }] of groups) {
        if (!all && until > now()) continue;
        groups.delete(name);
        if (more === 0) continue;
        const address = name === '' ? null : last.address;
        told.push({ ...last, address, target: null, requestId: null, detail: { repeats: more } });
      }
      return told;
    },
  };
}
