import { describe, expect, it } from 'vitest';
import type { InboundRule, InboundRuleRow } from '@/lib/contract/inbound-rule';
import { fieldsOf, ruleOf, takenBy, troublesOf } from './rule-fields';

const support: InboundRule = {
  name: 'Support',
  number: '+13125550100',
  action: 'enqueue',
  queue: 'support',
  music: { mediaName: 'waiting' },
};
const rules: readonly InboundRule[] = [
  support,
  { ...support, music: null },
  { ...support, music: { audioUrl: 'https://example.com/a.mp3' } },
  { name: 'Town hall', number: null, action: 'join', conference: 'Board', waitsForHost: true },
  { name: 'Other', number: '+13125550199', action: 'leave' },
  { name: 'Here', number: '+13125550198', action: 'ring' },
];

function rowOf(rule: InboundRule): InboundRuleRow {
  const updatedBy = { userId: 'grace', name: 'Grace' };
  const nothingYet = { done: 0, lastDoneAt: null, failed: 0, lastFailure: null };
  return { id: rule.name, rule, updatedAt: 0, updatedBy, ...nothingYet };
}

describe('the fields of a rule', () => {
  it.each(rules)('give back $name as it was', (rule) => {
    expect(ruleOf(fieldsOf(rule))).toEqual(rule);
    expect(troublesOf(fieldsOf(rule), null, [])).toEqual({ number: null, music: null });
  });

  it('take a number as people write it, and say when it is none', () => {
    const written = { ...fieldsOf(support), number: '+1 (312) 555-0100' };
    expect(ruleOf(written).number).toBe('+13125550100');
    for (const number of ['', '3125550100', '+1', 'sip:ada@example.com'])
      expect(troublesOf({ ...written, number }, null, []).number).toBe('numberWrong');
  });

  it('say when another rule has the number, or is for any other', () => {
    const rows = [rowOf(support), rowOf(rules[3]!)];
    expect(troublesOf(fieldsOf(support), null, rows).number).toBe('numberTaken');
    expect(troublesOf(fieldsOf(support), 'Support', rows).number).toBeNull();
    const other = { ...fieldsOf(support), which: 'other' as const };
    expect(troublesOf(other, 'Support', rows).number).toBe('otherTaken');
    expect(takenBy(other, 'Support', rows)?.name).toBe('Town hall');
  });

  it('say when nothing is chosen that callers could hear', () => {
    const fields = { ...fieldsOf(support), file: '', link: 'ftp://example.com' };
    expect(troublesOf(fields, null, []).music).toBe('fileWanted');
    expect(troublesOf({ ...fields, musicFrom: 'link' }, null, []).music).toBe('linkWrong');
    expect(troublesOf({ ...fields, action: 'ring' }, null, []).music).toBeNull();
  });
});
