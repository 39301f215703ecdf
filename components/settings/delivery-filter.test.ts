import { describe, expect, it } from 'vitest';
import { deliveryFilterFrom, queryOf } from './delivery-filter';

const nothing = { verdict: '', application: '', type: '' } as const;

describe('the filter of the deliveries', () => {
  it('stands in the address and is read back from it', () => {
    const filter = { verdict: 'stale', application: 'other', type: 'conference.ended' } as const;
    expect(deliveryFilterFrom(queryOf(filter))).toEqual(filter);
  });

  it('leaves the address alone when it lets everything pass', () => {
    expect(queryOf(nothing).toString()).toBe('');
  });

  it('leaves out what it does not know', () => {
    const query = new URLSearchParams('verdict=lovely&application=mine&type=');
    expect(deliveryFilterFrom(query)).toEqual(nothing);
  });
});
