import type { ActivityRow } from '@/lib/contract/activity';
import type { Micros } from '@/lib/domain/stamp';

/** A line before it has its id. */
export type ActivityDraft = Omit<ActivityRow, 'id'>;

/** Lets the first few refusals of a kind through and counts the rest. */
export interface Repeats {
  /** The line if it is to be written now; null if it was counted. `owner`: whom it counts against. */
  take(owner: string, draft: ActivityDraft): ActivityDraft | null;
  /** One line for each group whose minute is over and that had more: how many more. */
  ended(all: boolean): readonly ActivityDraft[];
}

/** How many groups there may be at a time: in all, and of one owner. */
export interface MostGroups {
  readonly inAll: number;
  readonly each: number;
}

const windowMicros: Micros = 60_000_000;
const mostLines = 5;

interface Group {
  readonly until: Micros;
  readonly owner: string;
  written: number;
  more: number;
  counted: ActivityDraft;
}

/**
 * Bounds what refusals can write: of those that are alike in everything but their time, five a minute and
 * one line that counts the rest. Whatever finds no group any more, its owner's or anybody's, is counted by
 * one line for all, so nobody's crowd of addresses or of targets fills the disk.
 */
export function createRepeats(now: () => Micros, most: MostGroups): Repeats {
  const groups = new Map<string, Group>();
  const groupOf = (name: string, owner: string, draft: ActivityDraft): Group => {
    const known = groups.get(name);
    if (known !== undefined) return known;
    const group = { until: now() + windowMicros, owner, written: 0, more: 0, counted: draft };
    groups.set(name, group);
    return group;
  };
  const hasRoom = (owner: string) => {
    let own = 0;
    for (const group of groups.values()) if (group.owner === owner) own += 1;
    return own < most.each && groups.size < most.inAll;
  };
  return {
    take: (owner, draft) => {
      const name = kindOf(owner, draft);
      if (!groups.has(name) && !hasRoom(owner)) {
        const rest = groupOf('', '', draft);
        rest.more += 1;
        rest.counted = common(rest.counted, draft);
        return null;
      }
      const group = groupOf(name, owner, draft);
      if (group.written < mostLines) {
        group.written += 1;
        return draft;
      }
      group.more += 1;
      group.counted = draft;
      return null;
    },
    ended: (all) => {
      const told: ActivityDraft[] = [];
      for (const [name, { until, more, counted }] of groups) {
        if (!all && until > now()) continue;
        groups.delete(name);
        if (more === 0) continue;
        const repeats = { repeats: more, ...(name === '' ? { beyond: true } : {}) };
        const detail = name === '' ? repeats : { ...counted.detail, ...repeats };
        told.push({ ...counted, requestId: null, detail });
      }
      return told;
    },
  };
}

function kindOf(owner: string, draft: ActivityDraft): string {
  const { action, conference, target, outcome, why, address, detail } = draft;
  return JSON.stringify([owner, action, conference, target, outcome, why, address, detail]);
}

/** What two refusals have in common; `request` for two actions. */
function common(one: ActivityDraft, other: ActivityDraft): ActivityDraft {
  const shared = <K extends keyof ActivityDraft>(key: K) =>
    JSON.stringify(one[key]) === JSON.stringify(other[key]) ? one[key] : null;
  return {
    ...other,
    actor: shared('actor'),
    role: shared('role'),
    action: shared('action') ?? 'request',
    conference: shared('conference'),
    target: shared('target'),
    outcome: shared('outcome') ?? 'refused',
    why: shared('why'),
    address: shared('address'),
  };
}
