import { describe, expect, it } from 'vitest';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import { grace, leg, noon, second, story } from './fixture';
import { emptyTimeline, indexAt, withBursts, withEvents } from './timeline';

const muteTwo: ConferenceCommand = {
  type: 'participants.mute',
  fields: { legs: [leg('Ada'), leg('Bob')] },
};
const told = story()
  .joins('Ada', 0)
  .joins('Bob', 60)
  .asks('mute-0001', muteTwo, 120)
  .hears('mute-0001', { type: 'command.accepted', data: {} }, 120.214)
  .speaks('Ada', 180);

describe('the timeline', () => {
  it('stands newest first, one line for what happened', () => {
    const { lines } = withEvents(emptyTimeline, told.events);
    expect(lines.map((line) => line.words.say)).toEqual(['floor', 'command', 'joined', 'joined']);
  });

  it('tells of a command in one line: who, how many, how it fares and the round trip', () => {
    const { lines } = withEvents(emptyTimeline, told.events);
    expect(lines[1]).toMatchObject({
      actor: grace,
      legs: ['Ada', 'Bob'],
      words: { type: 'participants.mute', already: 0 },
      command: { phase: 'accepted', roundTripMs: 214 },
    });
  });

  it('tells how many of those a command names were so before it', () => {
    const muteAll = { ...muteTwo, fields: { ...muteTwo.fields, already: 1 } } as ConferenceCommand;
    const { lines } = withEvents(emptyTimeline, story().asks('mute-0001', muteAll, 0).events);
    expect(lines[0]).toMatchObject({ legs: ['Ada', 'Bob'], words: { already: 1 } });
  });

  it('tells of a read only what somebody else did at the carrier', () => {
    const facts = {
      ...{ muted: true, onHold: false, whisperTo: [] },
      ...{ endConferenceOnExit: false, softEndConferenceOnExit: false },
    };
    const groups = [{ facts, legs: [[leg('Ada'), 1] as const, [leg('Bob'), 1] as const] }];
    const muted = { fact: 'muted', value: true } as const;
    const foreign = [
      { callControlId: leg('Ada'), ...muted },
      { callControlId: leg('Bob'), ...muted },
    ];
    const quiet = { type: 'participants.read', data: { asOf: 0, groups, foreign: [] } } as const;
    const news = { type: 'participants.read', data: { asOf: 0, groups, foreign } } as const;
    const read = story().happens(quiet, 0, 'reconcile').happens(news, 1, 'reconcile');
    const { lines } = withEvents(emptyTimeline, read.events);
    expect(lines).toMatchObject([
      { icon: 'muted', legs: ['Ada', 'Bob'], words: { say: 'foreignMute', count: 1 } },
    ]);
  });

  it('is the same whatever the order and however often the events come', () => {
    const once = withEvents(emptyTimeline, told.events);
    const backwards = [...told.events]
      .reverse()
      .reduce((timeline, event) => withEvents(timeline, [event]), emptyTimeline);
    expect(backwards).toEqual(once);
    expect(withEvents(once, told.events)).toBe(once);
  });

  it('remembers the answer of a command whose sending is on an older page', () => {
    const newer = withEvents(emptyTimeline, told.events.slice(3));
    expect(newer.lines.map((line) => line.words.say)).toEqual(['floor']);
    const all = withEvents(newer, told.events.slice(0, 3));
    expect(all.lines[1]?.command).toMatchObject({ phase: 'accepted', roundTripMs: 214 });
    expect(all.waiting.size).toBe(0);
  });

  it('tells no round trip of a command that never went to the carrier', () => {
    const data = { code: 'not-dialled-here', carrierCode: null, detail: '' };
    const refused = story()
      .asks('mute-0001', muteTwo, 0)
      .hears('mute-0001', { type: 'command.refused', data }, 0);
    const { lines } = withEvents(emptyTimeline, refused.events);
    expect(lines[0]?.command).toMatchObject({ phase: 'refused', roundTripMs: null });
  });

  it('says why a command was refused', () => {
    const refused = story()
      .asks('mute-0002', muteTwo, 0)
      .hears(
        'mute-0002',
        {
          type: 'command.refused',
          data: { code: 'carrier-refused', carrierCode: '90018', detail: 'Call has ended' },
        },
        1,
      );
    const { lines } = withEvents(emptyTimeline, refused.events);
    expect(lines[0]?.command).toMatchObject({
      phase: 'refused',
      refusal: { detail: 'Call has ended' },
    });
  });

  it('puts a late event where it belongs by the carrier’s clock', () => {
    const late = told.joins('Cyd', 30);
    const { lines } = withEvents(withEvents(emptyTimeline, told.events), late.events);
    expect(lines.map((line) => line.legs[0])).toEqual(['Ada', 'Ada', 'Bob', 'Cyd', 'Ada']);
  });

  it('finds the line at a moment', () => {
    const { lines } = withEvents(emptyTimeline, told.events);
    expect(indexAt(lines, noon + 130 * second)).toBe(1);
    expect(indexAt(lines, noon - second)).toBe(3);
  });
});

describe('a burst', () => {
  const many = ['Ada', 'Bob', 'Cyd', 'Dan', 'Eve'].reduce(
    (so, name, i) => so.joins(name, i),
    story(),
  );

  it('of people who join tells the newest by name and counts the others', () => {
    const lines = withBursts(withEvents(emptyTimeline, many.events).lines);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ words: { say: 'joinedMany', count: 4 } });
    expect(lines[0]?.legs[0]).toBe('Eve');
  });

  it('keeps its place in the list while it grows', () => {
    const before = withBursts(withEvents(emptyTimeline, many.events).lines);
    const after = withBursts(withEvents(emptyTimeline, many.joins('Fay', 6).events).lines);
    expect(after[0]?.key).toBe(before[0]?.key);
  });

  it('ends where something else happens, or after a while', () => {
    const parted = many.speaks('Ada', 6).joins('Fay', 7).joins('Gus', 40);
    const lines = withBursts(withEvents(emptyTimeline, parted.events).lines);
    expect(lines.map((line) => line.words.say)).toEqual([
      'joined',
      'joined',
      'floor',
      'joinedMany',
    ]);
  });

  it('of people who hang up is told as leaving, except where the reason is worth a line', () => {
    const hungUp = (so: typeof many, name: string, cause: string, at: number) =>
      so
        .leaves(name, at)
        .happens(
          { type: 'participant.hungUp', data: { callControlId: leg(name), cause, source: null } },
          at + 0.1,
        );
    const gone = ['Ada', 'Bob', 'Cyd', 'Dan'].reduce(
      (so, name, i) => hungUp(so, name, 'normal_clearing', 100 + i),
      many,
    );
    const lost = hungUp(gone, 'Eve', 'timeout', 200);
    const lines = withBursts(withEvents(emptyTimeline, lost.events).lines);
    expect(lines.map((line) => line.words.say)).toEqual([
      'hungUp',
      'left',
      'leftMany',
      'joinedMany',
    ]);
  });

  it('is none of three', () => {
    const three = story().joins('Ada', 0).joins('Bob', 1).joins('Cyd', 2);
    expect(withBursts(withEvents(emptyTimeline, three.events).lines)).toHaveLength(3);
  });
});
