import { describe, expect, it } from 'vitest';
import type { CallRow } from '@/lib/contract/rows';
import { callCounts, callFilters, callName, shownCalls } from './call-view';
import { callRow } from './testing/call-row';

const rows: CallRow[] = [
  callRow('v3:a', { name: 'Ada Whitfield', number: '+12125550101', startedAt: 1 }),
  callRow('v3:b', { number: '+12125550102', startedAt: 3, phase: 'ringing' }),
  callRow('v3:c', { startedAt: 2, place: { kind: 'queue', name: 'tier_1', since: 2 } }),
  callRow('v3:d', {
    startedAt: 2,
    place: { kind: 'conference', id: 'x', name: 'Board', since: 2 },
  }),
  callRow('v3:e', { startedAt: null, place: { kind: 'bridged', other: null, since: 2 } }),
];
const ids = (query: Partial<Parameters<typeof shownCalls>[1]>) =>
  shownCalls(rows, { filter: 'all', search: '', ...query }).map(({ id }) => id);

describe('the list of calls', () => {
  it('stands with the newest first, and those of unknown age last', () => {
    expect(ids({})).toEqual(['v3:b', 'v3:c', 'v3:d', 'v3:a', 'v3:e']);
  });

  it('counts each call under one filter, and shows as many', () => {
    const counts = callCounts(rows);
    expect(counts).toEqual({ all: 5, ringing: 1, queue: 1, conference: 1, bridged: 1, nowhere: 1 });
    for (const filter of callFilters) expect(ids({ filter })).toHaveLength(counts[filter]);
  });

  it.each([
    ['whit', ['v3:a']],
    ['212 555 0102', ['v3:b']],
    ['tier', ['v3:c']],
    ['board', ['v3:d']],
    ['nobody', []],
  ])('finds “%s”', (search, found) => {
    expect(ids({ search })).toEqual(found);
  });

  it('calls nobody by nothing', () => {
    expect(callName(callRow('v3:0123456789', {}))).toBe('…3456789');
  });
});
