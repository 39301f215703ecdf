import { describe, expect, it } from 'vitest';
import type { ConferenceRow, QueueRow } from '@/lib/contract/rows';
import { tilesAt, tilesOf } from './tile-pages';

const queue = (name: string) => ({ kind: 'queue', id: `queue-${name}`, name }) as QueueRow;
const conference = (id: string, startedAt: number | null) =>
  ({ kind: 'conference', id, startedAt }) as ConferenceRow;
const compare = (a: string, b: string) => a.localeCompare(b);
const idsOf = (tiles: ReturnType<typeof tilesOf>) => tiles.map(({ row }) => row.id);

describe('the tiles of a wallboard', () => {
  it('are the queues by name, then the conferences by their beginning', () => {
    const tiles = tilesOf(
      [queue('sales'), queue('billing')],
      [conference('not yet', null), conference('later', 9), conference('first', 1)],
      compare,
    );
    expect(idsOf(tiles)).toEqual(['queue-billing', 'queue-sales', 'first', 'later', 'not yet']);
  });

  it('come in turn, all of them, and begin again', () => {
    const tiles = tilesOf(['a', 'b', 'c', 'd', 'e'].map(queue), [], compare);
    const at = (nowSeconds: number) => {
      const { shown, page, pages } = tilesAt(tiles, { atOnce: 2, rotateSeconds: 10, nowSeconds });
      return [page, pages, ...idsOf(shown)];
    };
    expect(at(0)).toEqual([0, 3, 'queue-a', 'queue-b']);
    expect(at(9)).toEqual(at(0));
    expect(at(10)).toEqual([1, 3, 'queue-c', 'queue-d']);
    expect(at(29)).toEqual([2, 3, 'queue-e']);
    expect(at(30)).toEqual(at(0));
  });

  it('stand still where all have room, and are none where there is nothing', () => {
    const one = tilesOf([queue('a')], [], compare);
    expect(tilesAt(one, { atOnce: 4, rotateSeconds: 5, nowSeconds: 77 })).toMatchObject({
      page: 0,
      pages: 1,
    });
    expect(tilesAt([], { atOnce: 4, rotateSeconds: 5, nowSeconds: 77 })).toEqual({
      shown: [],
      page: 0,
      pages: 1,
    });
  });
});
