import { expect, it } from 'vitest';
import { headOf } from './desk-head';
import { leg, noon, second, story } from './fixture';

const begun = story()
  .happens(
    { type: 'conference.created', data: { connectionId: null, callControlId: leg('Ada') } },
    0,
  )
  .joins('Ada', 1)
  .joins('Bob', 2);
const described = {
  type: 'conference.described' as const,
  data: {
    name: 'All hands',
    region: 'US',
    connectionId: null,
    status: 'in_progress' as const,
    createdAt: noon,
    expiresAt: noon + 14_400 * second,
    endReason: null,
  },
};

it('the head says a short id until the name is known, and who began it', () => {
  expect(headOf(begun.conference())).toMatchObject({
    name: '…rence-1',
    startedBy: 'Ada',
    people: 2,
    expiresAt: null,
  });
  expect(headOf(begun.happens(described, 3, 'reconcile').conference())).toMatchObject({
    name: 'All hands',
    region: 'US',
    expiresAt: noon + 14_400 * second,
  });
});

it('the head of an ended conference says when and why, and no longer when it would have', () => {
  const ended = begun
    .happens(described, 3, 'reconcile')
    .happens({ type: 'conference.ended', data: { reason: 'host_left' } }, 60);
  expect(headOf(ended.conference())).toMatchObject({
    status: 'completed',
    people: 0,
    everIn: 2,
    endedAt: noon + 60 * second,
    endReason: 'host_left',
    expiresAt: null,
  });
});

it('the head is flat: what looks the same is the same value by value', () => {
  const before = headOf(begun.conference());
  const after = headOf(begun.speaks('Bob', 9).conference());
  expect(Object.entries(after).every(([key, value]) => Reflect.get(before, key) === value)).toBe(
    true,
  );
});
