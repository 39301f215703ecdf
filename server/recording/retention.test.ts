import { describe, expect, it } from 'vitest';
import type { RetentionRule } from '@/lib/contract/recording';
import { expiryOf, type Keepable } from './retention';

const day = 86_400_000_000;
const grace = { userId: 'grace', name: 'Grace' };
const rule = (
  of: RetentionRule['of'],
  name: string | null,
  days: number | null,
): RetentionRule => ({
  ...{ id: `${of} ${name ?? ''}`, of, name, days, updatedAt: 0 },
  updatedBy: grace,
});
const kept: Keepable = {
  conference: { id: 'room', name: 'Town hall' },
  queue: 'Sales',
  endedAt: 1_000 * day,
  heardAt: 2_000 * day,
  hold: null,
  state: 'archived',
};

describe('how long a recording is kept', () => {
  it.each<[string, readonly RetentionRule[], Keepable, number | null]>([
    ['for ever without a rule', [], kept, null],
    ['as the rule of its conference says', [rule('conference', 'TOWN HALL', 30)], kept, 1_030],
    ['as the rule of its queue says', [rule('queue', 'sales', 7)], kept, 1_007],
    [
      'as the longer says where two name it',
      [rule('queue', 'Sales', 7), rule('conference', 'Town hall', 30)],
      kept,
      1_030,
    ],
    [
      'for ever where one of two says so',
      [rule('queue', 'Sales', 7), rule('conference', 'Town hall', null)],
      kept,
      null,
    ],
    [
      'as the rule for all others says where none names it',
      [rule('all', null, 90), rule('conference', 'Another', 1)],
      kept,
      1_090,
    ],
    [
      'as its own rule says beside one for all others',
      [rule('all', null, 1), rule('queue', 'Sales', 7)],
      kept,
      1_007,
    ],
    [
      'from when it was heard of where nobody knows when it ended',
      [rule('all', null, 1)],
      { ...kept, endedAt: null },
      2_001,
    ],
    [
      'under hold whatever a rule says',
      [rule('all', null, 1)],
      { ...kept, hold: { by: grace, reason: 'Law', at: 0 } },
      null,
    ],
    ['no longer at all once it goes', [rule('all', null, 1)], { ...kept, state: 'deleting' }, null],
    [
      'for all others where its conference has no name',
      [rule('conference', 'Town hall', 5), rule('all', null, 3)],
      { ...kept, conference: { id: 'room', name: null }, queue: null },
      1_003,
    ],
  ])('is %s', (_, rules, record, days) => {
    expect(expiryOf(rules, record)).toBe(days === null ? null : days * day);
  });
});
