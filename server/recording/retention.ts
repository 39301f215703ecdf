import type { RetentionRule } from '@/lib/contract/recording';
import { folded } from '@/lib/domain/folded';
import type { Micros } from '@/lib/domain/stamp';
import type { RecordingRecord } from './ports';

const day: Micros = 86_400 * 1_000_000;

/** What decides for how long a recording is kept. */
export type Keepable = Pick<
  RecordingRecord,
  'conference' | 'queue' | 'endedAt' | 'heardAt' | 'hold' | 'state'
>;

/** The rule a recording is kept by: of several that name it, the one that keeps it longest. Null where none does. */
export function ruleOf(rules: readonly RetentionRule[], record: Keepable): RetentionRule | null {
  const named = rules.filter(
    ({ of, name }) =>
      (of === 'conference' && isSame(name, record.conference?.name ?? null)) ||
      (of === 'queue' && isSame(name, record.queue)),
  );
  if (named.length > 0) return named.reduce((a, b) => (longer(b, a) ? b : a));
  return rules.find(({ of }) => of === 'all') ?? null;
}

/** When a rule will delete a recording; null where none will, or it is under hold or going already. */
export function expiryOf(rules: readonly RetentionRule[], record: Keepable): Micros | null {
  if (record.hold !== null || record.state === 'deleting' || record.state === 'deleted')
    return null;
  const days = ruleOf(rules, record)?.days ?? null;
  return days === null ? null : (record.endedAt ?? record.heardAt) + days * day;
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && folded(a) === folded(b);
}

function longer(a: RetentionRule, b: RetentionRule): boolean {
  return (a.days ?? Infinity) > (b.days ?? Infinity);
}
