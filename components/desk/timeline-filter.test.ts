import { describe, expect, it } from 'vitest';
import { leg, story } from './fixture';
import { emptyTimeline, withEvents } from './timeline';
import { filteredLines, isFiltering, lineKinds, wholeTimeline, withKind } from './timeline-filter';

const told = story()
  .joins('Ada', 0)
  .joins('Bob', 1)
  .speaks('Ada', 2)
  .asks('command-1', { type: 'participants.mute', fields: { legs: [leg('Bob')] } }, 3)
  .asks('command-2', { type: 'recording.pause', fields: {} }, 4);
const { lines } = withEvents(emptyTimeline, told.events);
const names = new Map([
  [leg('Ada'), 'Ada Lovelace'],
  [leg('Bob'), 'Bob'],
]);
const said = (filter: typeof wholeTimeline) =>
  filteredLines(lines, filter, names).map(({ words }) => words.say);

describe('the filter of the timeline', () => {
  it('lets everything through at first, as it is', () => {
    expect(filteredLines(lines, wholeTimeline, names)).toBe(lines);
  });

  it('lets through the kinds that were chosen', () => {
    expect(said(withKind(wholeTimeline, 'people'))).toEqual(['joined', 'joined']);
    const both = withKind(withKind(wholeTimeline, 'commands'), 'floor');
    expect(said(both)).toEqual(['command', 'floor']);
    expect(said(withKind(wholeTimeline, 'recordings'))).toEqual(['command']);
  });

  it('lets through whom it is about, and whoever acted', () => {
    expect(said({ ...wholeTimeline, person: ' lovel' })).toEqual(['floor', 'joined']);
    expect(said({ ...wholeTimeline, person: 'grace' })).toEqual(['command', 'command']);
  });

  it('filters no more once every kind is chosen', () => {
    const all = lineKinds.reduce(withKind, wholeTimeline);
    expect(isFiltering(all)).toBe(false);
  });
});
