import { describe, expect, it } from 'vitest';
import type { InboundRule, InboundRuleRow } from '@/lib/contract/inbound-rule';
import type { CallControlId } from '@/lib/domain/ids';
import { inboundJobOf, type ToldFact } from './inbound-job';

const number = '+13125550100';
const at = 1_700_000_000_000_000;
const minute = 60_000_000;

function rowOf(rule: InboundRule): InboundRuleRow {
  const by = { userId: 'grace', name: 'Grace' };
  const nothingYet = { done: 0, lastDoneAt: null, failed: 0, lastFailure: null };
  return { id: rule.name, rule, updatedAt: 0, updatedBy: by, ...nothingYet };
}

const queued = (name: string, of: string | null): InboundRuleRow =>
  rowOf({ name, number: of, action: 'enqueue', queue: name, music: null });

function told(change: Partial<ToldFact> = {}, party: object = {}, type = 'call.initiated') {
  const from = { from: '+12125550142', to: number, direction: 'incoming', callerName: null };
  const leg = { callLegId: null, callSessionId: null, connectionId: 'ours' };
  const event = { type, data: { ...leg, party: { ...from, ...party } } };
  return {
    fact: { kind: 'call', callControlId: 'ada' as CallControlId, event },
    ...{ connectionId: 'ours', occurredAt: at, receivedAt: at + 1000, ...change },
  } as ToldFact;
}

describe('the rule for a call that comes in', () => {
  const rules = [queued('support', number), queued('rest', null)];

  it('is that of its number, or that for any other', () => {
    expect(inboundJobOf(rules, 'ours', told())).toMatchObject({
      key: 'ada',
      dueAt: at + 1000,
      body: { ruleId: 'support', callControlId: 'ada', initiatedAt: at },
    });
    expect(inboundJobOf(rules, 'ours', told({}, { to: '+13125550199' }))).toMatchObject({
      body: { ruleId: 'rest' },
    });
    expect(inboundJobOf([queued('support', number)], 'ours', told({}, { to: '+1' }))).toBeNull();
  });

  it.each(['ring', 'leave'] as const)(
    'that says %s keeps the one for any other from it',
    (action) => {
      const own = rowOf({ name: 'own', number, action });
      expect(inboundJobOf([own, queued('rest', null)], 'ours', told())).toBeNull();
    },
  );

  it.each<[string, ToldFact]>([
    ['goes out', told({}, { direction: 'outgoing' })],
    ['belongs to another application', told({ connectionId: 'theirs' })],
    ['belongs to nobody known', told({ connectionId: null })],
    ['was told minutes late', told({ receivedAt: at + 2 * minute })],
    ['is told of otherwise', told({}, {}, 'call.answered')],
  ])('does nothing where the call %s', (_, fact) => {
    expect(inboundJobOf(rules, 'ours', fact)).toBeNull();
  });

  it('does nothing where nobody knows which application is ours', () => {
    expect(inboundJobOf(rules, null, told())).toBeNull();
  });
});
