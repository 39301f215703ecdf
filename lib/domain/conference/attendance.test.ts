import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import type { CallControlId, ConferenceId } from '../ids';
import { unknownParty } from '../party';
import { attendanceOf, timeIn } from './attendance';
import { emptyConference } from './conference';
import type { ConferenceEvent } from './event';
import { evolve } from './evolve';

const joins = (leg: string, at: number, from: string | null = null): [number, ConferenceEvent] => [
  at,
  {
    type: 'participant.joined',
    data: {
      ...{ callControlId: leg as CallControlId, callLegId: null, connectionId: null },
      party: { ...unknownParty, from, direction: 'incoming' },
    },
  },
];

const leaves = (leg: string, at: number): [number, ConferenceEvent] => [
  at,
  { type: 'participant.left', data: { callControlId: leg as CallControlId } },
];

/** Who was in, by what the carrier told and when. */
function attended(...told: [number, ConferenceEvent][]) {
  const events = told.map(([at, event], i): Numbered<ConferenceEvent> => ({
    ...{ seq: i + 1, id: `e${at}`, version: 1, source: 'carrier', actor: null, commandId: null },
    ...{ occurredAt: at, receivedAt: at },
    ...event,
  }));
  return attendanceOf(events.reduce(evolve, emptyConference('room' as ConferenceId)), events);
}

describe('attendance', () => {
  it('tells each stay of each person, in the order of coming', () => {
    const people = attended(joins('ada', 1), joins('bob', 5), leaves('ada', 10), joins('ada', 20));
    expect(people).toEqual([
      {
        legs: ['ada'],
        stays: [
          { from: 1, until: 10 },
          { from: 20, until: null },
        ],
      },
      { legs: ['bob'], stays: [{ from: 5, until: null }] },
    ]);
    expect(timeIn(people[0]!, 25)).toBe(14);
  });

  it('takes who comes back under the same number for the same person', () => {
    const told = [
      joins('one', 1, '+4930'),
      leaves('one', 10),
      joins('two', 20, '+4930'),
      leaves('two', 30),
    ];
    expect(attended(...told)).toEqual([
      {
        legs: ['one', 'two'],
        stays: [
          { from: 1, until: 10 },
          { from: 20, until: 30 },
        ],
      },
    ]);
  });

  it('takes two that are in at once under one number for two, and the unnumbered for one each', () => {
    const both = attended(joins('one', 1, '+4930'), joins('two', 5, '+4930'), leaves('one', 10));
    expect(both.map(({ legs }) => legs)).toEqual([['one'], ['two']]);
    const hidden = attended(joins('one', 1), leaves('one', 10), joins('two', 20));
    expect(hidden.map(({ legs }) => legs)).toEqual([['one'], ['two']]);
  });

  it('ends every stay with the conference', () => {
    const end: ConferenceEvent = { type: 'conference.ended', data: { reason: 'all_left' } };
    const [ada] = attended(joins('ada', 1), [60, end]);
    expect(ada?.stays).toEqual([{ from: 1, until: 60 }]);
    expect(timeIn(ada!, 999)).toBe(59);
  });

  it('comes out the same in whatever order the events are heard', () => {
    const told = [joins('ada', 1), leaves('ada', 10), joins('ada', 20), leaves('ada', 30)];
    expect(attended(...told.toReversed())).toEqual(attended(...told));
  });

  it('counts nothing for a stay of which the beginning was never told', () => {
    const [ada] = attended(leaves('ada', 10));
    expect(ada?.stays).toEqual([{ from: null, until: 10 }]);
    expect(timeIn(ada!, 99)).toBe(0);
  });
});
