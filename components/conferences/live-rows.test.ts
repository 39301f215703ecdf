import { describe, expect, it } from 'vitest';
import type { ConferenceRow } from '@/lib/contract/rows';
import { liveRows } from './live-rows';

const row = (id: string, name: string | null, startedAt: number | null): ConferenceRow => ({
  kind: 'conference',
  id,
  name,
  status: 'in_progress',
  region: null,
  connectionId: null,
  startedAt,
  expiresAt: null,
  endedAt: null,
  endReason: null,
  people: 0,
  everIn: 0,
  onHold: 0,
  floor: null,
  recording: 'off',
  heardAt: 0,
});
const rows = [
  row('aa1', 'Weekly stand-up', 10),
  row('bb2', 'Q3 Town hall', 30),
  row('cc3', null, 20),
];
const ids = (query: string) => liveRows(rows, query).map(({ id }) => id);

describe('the list of live conferences', () => {
  it('begins with the last to begin', () => {
    expect(ids('')).toEqual(['bb2', 'cc3', 'aa1']);
  });

  it('puts first one whose beginning is not known yet', () => {
    expect(liveRows([...rows, row('dd4', null, null)], '')[0]?.id).toBe('dd4');
  });

  it('finds by a part of the name, whatever the case', () => {
    expect(ids('town')).toEqual(['bb2']);
  });

  it('finds by the beginning of the id', () => {
    expect(ids('CC')).toEqual(['cc3']);
    expect(ids('c3')).toEqual([]);
  });
});
