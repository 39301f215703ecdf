import {
  retentionLimits,
  type RetentionRule,
  type RetentionRuleSettings,
} from '@/lib/contract/recording';

/** The dialog's fields as they are typed. */
export interface RetentionFields {
  readonly of: RetentionRuleSettings['of'];
  readonly name: string;
  readonly keep: 'days' | 'ever';
  readonly days: string;
}

/** What is wrong with a field. */
export type RetentionTrouble = 'daysWrong' | 'nameWanted' | 'taken';

/** Of what a rule can be, in the order in which they go. */
export const retentionKinds = ['conference', 'queue', 'all'] as const;

/** The fields of a rule, or of one that is yet to be made. */
export function fieldsOf(rule: RetentionRuleSettings | null): RetentionFields {
  return {
    of: rule?.of ?? 'all',
    name: rule?.name ?? '',
    keep: rule !== null && rule.days === null ? 'ever' : 'days',
    days: rule?.days == null ? '' : String(rule.days),
  };
}

/** The rule that the fields make; only of fields in which nothing is wrong. */
export function ruleOf({ of, name, keep, days }: RetentionFields): RetentionRuleSettings {
  return {
    of,
    name: of === 'all' ? null : name.trim(),
    days: keep === 'ever' ? null : Number(days),
  };
}

/** What is wrong with the name and with the days. */
export function troublesOf(
  fields: RetentionFields,
  id: string | null,
  rows: readonly RetentionRule[],
): { readonly name: RetentionTrouble | null; readonly days: RetentionTrouble | null } {
  const rule = ruleOf(fields);
  const isTaken = rows.some(
    (row) => row.id !== id && row.of === rule.of && (row.name ?? '') === (rule.name ?? ''),
  );
  const isNameless = rule.of !== 'all' && rule.name === '';
  return {
    name: isNameless ? 'nameWanted' : isTaken ? 'taken' : null,
    days: rule.days === null || areDays(fields.days) ? null : 'daysWrong',
  };
}

/** Whether what is typed is a number of days that something can be kept for. */
export function areDays(typed: string): boolean {
  const days = Number(typed);
  const { least, most } = retentionLimits;
  return typed.trim() !== '' && Number.isInteger(days) && days >= least && days <= most;
}
