import { describe, expect, it } from 'vitest';
import type { ActivityFilter } from '@/lib/browser/use-activity';
import { activityFilterFrom, noFilter, queryOf } from './activity-filter';

describe('the filter in the address', () => {
  it('is found again as it was left', () => {
    const filter: ActivityFilter = {
      who: 'Ada',
      action: 'person.role',
      outcome: 'refused',
      conference: 'c-1',
      from: '2026-11-01',
      to: '2026-11-21',
      q: 'Ö & =',
    };
    expect(activityFilterFrom(queryOf(filter))).toEqual(filter);
    expect(queryOf(noFilter).size).toBe(0);
  });

  it('leaves out what it does not know', () => {
    const query = new URLSearchParams('action=dance&outcome=late&from=yesterday&to=2026-1-1');
    expect(activityFilterFrom(query)).toEqual(noFilter);
  });
});
