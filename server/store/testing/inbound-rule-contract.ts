import { describe, expect, it } from 'vitest';
import type { InboundRule } from '@/lib/contract/inbound-rule';
import type { InboundRuleTable } from '@/server/inbound/ports';

const grace = { userId: 'grace', name: 'Grace' };
const support: InboundRule = {
  name: 'Support',
  number: '+13125550100',
  action: 'enqueue',
  queue: 'support',
  music: { mediaName: 'waiting' },
};
const other: InboundRule = { name: 'The rest', number: null, action: 'ring' };

function rowOf(id: string, rule: InboundRule) {
  return { id, rule, updatedAt: 1000, updatedBy: grace };
}
const nothingYet = { done: 0, lastDoneAt: null, failed: 0, lastFailure: null };

/** Rules for calls that come in: one for each number, and one for any other. */
export function registerInboundRuleContract(table: () => InboundRuleTable): void {
  describe('rules for calls that come in', () => {
    it('come back as they were saved, the one for any other number last', async () => {
      expect(await table().add(rowOf('rest', other))).toBe(true);
      expect(await table().add(rowOf('support', support))).toBe(true);
      expect(await table().list()).toEqual([
        { ...rowOf('support', support), ...nothingYet },
        { ...rowOf('rest', other), ...nothingYet },
      ]);
    });

    it('never share a number, nor being for any other', async () => {
      await table().add(rowOf('support', support));
      await table().add(rowOf('rest', other));
      expect(await table().add(rowOf('late', support))).toBe(false);
      expect(await table().add(rowOf('late', other))).toBe(false);
      expect(await table().change(rowOf('rest', { ...other, number: support.number }))).toBe(
        'taken',
      );
      expect(await table().list()).toHaveLength(2);
    });

    it('change, keep what they have done, and go', async () => {
      await table().add(rowOf('support', support));
      await table().noteDone('support', 2000);
      await table().noteDone('support', 3000);
      const failure = { at: 4000, step: 'enqueue', reason: 'The queue is full' } as const;
      await table().noteFailure('support', failure);
      const changed = { ...support, queue: 'sales', music: null };
      expect(await table().change({ ...rowOf('support', changed), updatedAt: 5000 })).toBe(
        'changed',
      );
      expect(await table().list()).toEqual([
        {
          ...rowOf('support', changed),
          updatedAt: 5000,
          done: 2,
          lastDoneAt: 3000,
          failed: 1,
          lastFailure: failure,
        },
      ]);
      expect(await table().remove('support')).toBe(true);
      expect(await table().remove('support')).toBe(false);
      expect(await table().change(rowOf('support', support))).toBe('gone');
      await table().noteDone('support', 6000);
      expect(await table().list()).toEqual([]);
    });
  });
}
