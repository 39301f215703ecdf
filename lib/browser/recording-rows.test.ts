import { describe, expect, it } from 'vitest';
import type { RecordingRow } from '@/lib/contract/recording';
import { aRecording } from './testing/a-recording';
import { withFresh, withHeard } from './recording-rows';

const page = (...items: readonly RecordingRow[]) => ({ items, nextCursor: 'more' });
const ids = (pages: readonly { readonly items: readonly RecordingRow[] }[]) =>
  pages.map(({ items }) => items.map(({ id }) => id));

describe('recordings on screen', () => {
  const ada = aRecording('ada', { startedAt: 30 });
  const bob = aRecording('bob', { startedAt: 20 });
  const cyd = aRecording('cyd', { startedAt: 10 });

  it('are patched where they stand, and pages without news stay the same', () => {
    const pages = [page(ada, bob), page(cyd)];
    const failed = { ...bob, state: 'failed' as const };
    const heard = withHeard(pages, [failed], []);
    expect(heard.pages[0]?.items).toEqual([ada, failed]);
    expect(heard.pages[1]).toBe(pages[1]);
    expect(heard.fresh).toEqual([]);
  });

  it('go when they are removed', () => {
    expect(ids(withHeard([page(ada, bob), page(cyd)], [], ['bob', 'cyd']).pages)).toEqual([
      ['ada'],
      [],
    ]);
  });

  it('make room at its place for one that began between them', () => {
    const between = aRecording('between', { startedAt: 25 });
    const { pages, fresh } = withHeard([page(ada, bob), page(cyd)], [between], []);
    expect(ids(withFresh(pages, fresh))).toEqual([['ada', 'between', 'bob'], ['cyd']]);
  });

  it('make room at the end where all are loaded', () => {
    const old = aRecording('old', { startedAt: 5 });
    const all = [{ items: [ada, bob], nextCursor: null }];
    const { pages, fresh } = withHeard(all, [old], []);
    expect(ids(withFresh(pages, fresh))).toEqual([['ada', 'bob', 'old']]);
  });

  it('make room on top for new ones, the newest first', () => {
    const dan = aRecording('dan', { startedAt: 40 });
    const eve = aRecording('eve', { startedAt: null, heardAt: 50 });
    const { pages, fresh } = withHeard([page(ada, bob)], [dan, eve], []);
    expect(ids(withFresh(pages, fresh))).toEqual([['eve', 'dan', 'ada', 'bob']]);
  });

  it('are not mixed with older ones that are not loaded', () => {
    const { fresh } = withHeard([page(ada, bob)], [aRecording('old', { startedAt: 5 })], []);
    expect(fresh).toEqual([]);
  });

  it('begin with the first there is', () => {
    const { pages, fresh } = withHeard([page()], [ada], []);
    expect(ids(withFresh(pages, fresh))).toEqual([['ada']]);
    expect(withFresh([], [ada])).toEqual([]);
  });
});
