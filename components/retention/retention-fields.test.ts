import { describe, expect, it } from 'vitest';
import type { RetentionRule, RetentionRuleSettings } from '@/lib/contract/recording';
import { fieldsOf, ruleOf, troublesOf } from './retention-fields';

const rules: readonly RetentionRuleSettings[] = [
  { of: 'conference', name: 'Board', days: 365 },
  { of: 'queue', name: 'support', days: null },
  { of: 'all', name: null, days: 30 },
];
const rows: readonly RetentionRule[] = rules.map((rule, index) => {
  const updatedBy = { userId: 'grace', name: 'Grace' };
  return { ...rule, id: `rule-${index}`, updatedAt: 0, updatedBy };
});
const nothing = { name: null, days: null };

describe('the fields of a retention rule', () => {
  it.each(rules)('give back that of $of $name as it was', (rule) => {
    expect(ruleOf(fieldsOf(rule))).toEqual(rule);
    expect(troublesOf(fieldsOf(rule), null, [])).toEqual(nothing);
  });

  it('begin with all others, and want a number of days', () => {
    expect(ruleOf(fieldsOf(null))).toMatchObject({ of: 'all', name: null });
    for (const days of ['', '0', '1.5', 'ten', '36501'])
      expect(troublesOf({ ...fieldsOf(null), days }, null, []).days).toBe('daysWrong');
  });

  it('want a name of a conference or queue', () => {
    const fields = { ...fieldsOf(rules[0]!), name: '  ' };
    expect(troublesOf(fields, null, []).name).toBe('nameWanted');
    expect(troublesOf({ ...fields, of: 'all' }, null, []).name).toBeNull();
  });

  it('say when there is a rule for it already', () => {
    expect(troublesOf(fieldsOf(rules[0]!), null, rows).name).toBe('taken');
    expect(troublesOf(fieldsOf(rules[0]!), 'rule-0', rows)).toEqual(nothing);
    expect(troublesOf({ ...fieldsOf(null), days: '7' }, null, rows).name).toBe('taken');
    expect(troublesOf({ ...fieldsOf(rules[0]!), of: 'queue' }, null, rows).name).toBeNull();
  });
});
