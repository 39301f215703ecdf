import { describe, expect, it } from 'vitest';
import type { MarkerKind, RecordingMarker } from '@/lib/contract/recording';
import { floorOf, namesOf, placeOf, playerKey, speakersAt, ticksAlong } from './along';
import { nextSpeed, speedFrom } from './playback';

const segments = [
  { fromMs: 0, toMs: 1_000, callControlId: 'ada' },
  { fromMs: 1_000, toMs: 4_000, callControlId: 'bob' },
  { fromMs: 3_000, toMs: 5_000, callControlId: 'cyd' },
];

describe('who speaks at a place', () => {
  it('is whoever’s stretch it is in, its end not included', () => {
    expect(speakersAt(segments, 0)).toEqual(['ada']);
    expect(speakersAt(segments, 1_000)).toEqual(['bob']);
    expect(speakersAt(segments, 5_000)).toEqual([]);
  });

  it('is several where they overlap, the last to begin first', () => {
    expect(speakersAt(segments, 3_500)).toEqual(['cyd', 'bob']);
  });

  it('stands on the ribbon as on the desk', () => {
    expect(floorOf(segments)[1]).toEqual({
      callControlId: 'bob',
      from: 1_000_000,
      until: 4_000_000,
    });
  });

  it('is called by name, by number, or by the end of the leg', () => {
    const people = [
      { callControlId: 'ada', name: 'Ada', number: '+13125550142' },
      { callControlId: 'bob', name: null, number: '+13125550142' },
    ];
    const names = ['ada', 'bob', 'v3:unknown-leg'].map(namesOf(people));
    expect(names).toEqual(['Ada', '+1 312 555 0142', '…own-leg']);
  });
});

describe('markers along a recording', () => {
  const at = (kind: MarkerKind, atMs: number): RecordingMarker => ({
    ...{ kind, atMs, callControlId: 'ada', legs: 1, actor: null },
  });
  const all = new Set<MarkerKind>(['joined', 'muted']);

  it('are one tick where they are of one kind and too near to tell apart', () => {
    const markers = [at('joined', 0), at('joined', 4), at('muted', 5), at('joined', 500)];
    const ticks = ticksAlong(markers, all, 1_000, 100);
    expect(ticks.map(({ kind, left, markers: { length } }) => [kind, left, length])).toEqual([
      ['joined', 0, 2],
      ['muted', 0.005, 1],
      ['joined', 0.5, 1],
    ]);
  });

  it('are left out where their kind is', () => {
    expect(ticksAlong([at('left', 5), at('muted', 5)], all, 1_000, 100)).toHaveLength(1);
  });

  it('stay on it, however long the carrier says it is', () => {
    expect(placeOf(2_000, 1_000)).toBe(1);
    expect(placeOf(5, 0)).toBe(0);
    expect(ticksAlong([at('muted', 5)], all, 0, 100)).toEqual([]);
  });
});

describe('the keys of the player', () => {
  it('go by fifteen seconds, with shift by five, and to tenths', () => {
    expect(playerKey('ArrowLeft', false, 60_000)).toEqual({ does: 'skip', ms: -15_000 });
    expect(playerKey('ArrowRight', true, 60_000)).toEqual({ does: 'skip', ms: 5_000 });
    expect(playerKey('3', false, 60_000)).toEqual({ does: 'seek', ms: 18_000 });
    expect(playerKey('End', false, 60_000)).toEqual({ does: 'seek', ms: 60_000 });
  });

  it('leave the others alone', () => {
    expect(playerKey('x', false, 60_000)).toBeNull();
    expect(playerKey('F5', false, 60_000)).toBeNull();
  });
});

describe('the speed', () => {
  it('goes up and down from one to the next and no further', () => {
    expect(nextSpeed(1, 1)).toBe(1.25);
    expect(nextSpeed(0.5, -1)).toBe(0.5);
    expect(nextSpeed(3, 1)).toBe(3);
  });

  it('is as it was spoken where what was kept is none', () => {
    expect([1.5, 7, Number.NaN].map(speedFrom)).toEqual([1.5, 1, 1]);
  });
});
