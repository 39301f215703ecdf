import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import { ada, bob, cyd, joinedEvent, Story } from '../testing/conference-story';
import { type emptyConference, participantOf } from './conference';
import type { ConferenceEvent, OwnFact, SupervisorFact } from './event';
import { evolve } from './evolve';
import { floorSegments, floorTimes, noFloorHistory, withFloorEvents } from './floor';
import { cameBack, everIn } from './came-back';
import { maskedNumber } from '../number';
import { floorHolder, isPresent, peopleIn, presentIn, statusOf } from './view';

const anyLeg = fc.constantFrom(ada, bob, cyd);
const media = { mediaUrl: null, mediaName: 'lobby' };
const party = {
  from: '+13125550142',
  to: '+13125550100',
  direction: 'incoming',
  callerName: 'Ada',
} as const;

/** Every event type that the carrier tells; a new one that is missing here does not compile. */
const anyOf: {
  readonly [T in CarrierEventType]: fc.Arbitrary<Extract<ConferenceEvent, { type: T }>>;
} = {
  'conference.created': fc.constant({
    type: 'conference.created',
    data: { connectionId: 'app', callControlId: ada },
  }),
  'conference.ended': fc
    .constantFrom('all_left', 'host_left')
    .map((reason) => ({ type: 'conference.ended', data: { reason } })),
  'participant.joined': anyLeg.map(
    (leg) => joinedEvent(leg) as Extract<ConferenceEvent, { type: 'participant.joined' }>,
  ),
  'participant.left': anyLeg.map((leg) => ({
    type: 'participant.left',
    data: { callControlId: leg },
  })),
  'participant.identified': anyLeg.map((leg) => ({
    type: 'participant.identified',
    data: { callControlId: leg, party },
  })),
  'participant.hungUp': anyLeg.map((leg) => ({
    type: 'participant.hungUp',
    data: { callControlId: leg, cause: 'normal_clearing', source: 'caller' },
  })),
  'participant.waited': anyLeg.map((leg) => ({
    type: 'participant.waited',
    data: { callControlId: leg, queue: 'lobby', seconds: 84 },
  })),
  'participant.pressed': anyLeg.map((leg) => ({
    type: 'participant.pressed',
    data: { callControlId: leg, digit: '5' },
  })),
  'participant.gathered': anyLeg.map((leg) => ({
    type: 'participant.gathered',
    data: { callControlId: leg, digits: '42', status: 'valid' },
  })),
  'floor.changed': anyLeg.map((leg) => ({ type: 'floor.changed', data: { callControlId: leg } })),
  'playback.started': fc.constant({ type: 'playback.started', data: media }),
  'playback.ended': fc.constant({ type: 'playback.ended', data: media }),
  'speak.started': fc.constant({ type: 'speak.started', data: {} }),
  'speak.ended': fc.constant({ type: 'speak.ended', data: {} }),
  'participant.playback.started': anyLeg.map((leg) => ({
    type: 'participant.playback.started',
    data: { callControlId: leg, ...media },
  })),
  'participant.playback.ended': anyLeg.map((leg) => ({
    type: 'participant.playback.ended',
    data: { callControlId: leg, ...media },
  })),
  'participant.speak.started': anyLeg.map((leg) => ({
    type: 'participant.speak.started',
    data: { callControlId: leg },
  })),
  'participant.speak.ended': anyLeg.map((leg) => ({
    type: 'participant.speak.ended',
    data: { callControlId: leg },
  })),
  'recording.saved': fc.constantFrom('r1', 'r2').map((recordingId) => ({
    type: 'recording.saved',
    data: { recordingId, startedAt: 1, endedAt: 2, format: 'mp3', channels: 'single' },
  })),
};
type CarrierEventType = Exclude<
  ConferenceEvent['type'],
  | 'conference.described'
  | 'conference.configured'
  | 'participants.read'
  | 'invitation.progressed'
  | `command.${string}`
  | OwnFact['type']
  | SupervisorFact['type']
>;

interface Fact {
  readonly id: string;
  readonly at: number;
  readonly event: ConferenceEvent;
}
const anyHistory = fc
  .array(fc.tuple(fc.nat({ max: 20 }), fc.oneof(...Object.values(anyOf))), {
    minLength: 1,
    maxLength: 40,
  })
  .map((told) => told.map(([at, event], i): Fact => ({ id: `e${i}`, at, event })));
/** A history, and the same permuted with some of it repeated. */
const anyRetelling = anyHistory.chain((history) =>
  fc
    .tuple(
      fc.shuffledSubarray(history, { minLength: history.length }),
      fc.array(fc.constantFrom(...history), { maxLength: 10 }),
    )
    .chain(([permuted, repeats]) => {
      const all = [...permuted, ...repeats];
      return fc.shuffledSubarray(all, { minLength: all.length });
    })
    .map((retold) => ({ history, retold })),
);
const told = (facts: readonly Fact[]) =>
  facts.reduce((story, { at, event, id }) => story.told(at, event, id), new Story()).conference;

describe('facts of the carrier', () => {
  it('[FA1] of one kind: the later by the carrier’s clock stands', () => {
    const early = { type: 'floor.changed', data: { callControlId: ada } } as const;
    const late = { type: 'floor.changed', data: { callControlId: bob } } as const;
    const room = () => new Story().joined(ada, 1).joined(bob, 1);
    expect(floorHolder(room().told(10, late).told(5, early).conference)).toBe(bob);
    expect(floorHolder(room().told(10, late, 'b').told(10, early, 'a').conference)).toBe(bob);
    expect(floorHolder(room().told(10, late, 'a').told(10, early, 'b').conference)).toBe(ada);
  });

  it('[FA2] heard again change nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const once = told(history);
        const [first] = history;
        if (first === undefined) return;
        const again: Numbered<ConferenceEvent> = {
          ...{ seq: 99, id: first.id, version: 1, source: 'carrier', actor: null, commandId: null },
          ...{ occurredAt: first.at, receivedAt: 0 },
          ...first.event,
        };
        expect(evolve(once, again)).toBe(once);
      }),
    );
  });

  it('[FA3] permuted and repeated in any way fold to the same conference', () => {
    fc.assert(
      fc.property(anyRetelling, ({ history, retold }) => {
        expect(told(retold)).toEqual(told(history));
      }),
      { numRuns: 1000 },
    );
  });

  it('[FA4] leave the conference they are folded into as it was', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const before = told(history.slice(0, -1));
        const copy = structuredClone(before);
        told(history);
        history
          .slice(-1)
          .reduce((story, { at, event, id }) => story.told(at, event, id), storyOf(before));
        expect(before).toEqual(copy);
      }),
    );
  });

  it('[PR4] of any kind create a conference nobody had heard of', () => {
    for (const any of Object.values(anyOf)) {
      const [event] = fc.sample<ConferenceEvent>(any, 1);
      if (event === undefined) throw new Error('No sample');
      const { conference } = new Story().told(1, event);
      expect(conference.id).toBe('room');
      expect(['in_progress', 'completed']).toContain(statusOf(conference));
    }
  });
});

describe('presence', () => {
  it('[PR1] follows the newest word', () => {
    expect(peopleIn(new Story().joined(ada, 1).left(ada, 2).conference)).toBe(0);
    expect(peopleIn(new Story().joined(ada, 1).left(ada, 2).joined(ada, 3).conference)).toBe(1);
  });

  it('[PR2] a late joined brings nobody back', () => {
    const { conference } = new Story().left(ada, 5).joined(ada, 1);
    const leg = participantOf(conference, ada);
    expect(leg && isPresent(leg)).toBe(false);
    expect(leg?.firstJoinedAt).toBe(1);
  });

  it('[PR5] in a completed conference nobody is', () => {
    const story = new Story().joined(ada, 1);
    story.told(2, { type: 'conference.ended', data: { reason: 'time_exceeded' } });
    expect(presentIn(story.conference)).toEqual([]);
    expect(peopleIn(story.conference)).toBe(0);
  });

  it('[PR6] keeps who is calling, whichever event tells it first', () => {
    const identified = {
      type: 'participant.identified',
      data: { callControlId: ada, party },
    } as const;
    const first = new Story().told(1, identified).joined(ada, 2).conference;
    const later = new Story().joined(ada, 2).told(1, identified).conference;
    expect(participantOf(first, ada)?.party).toEqual(party);
    expect(participantOf(later, ada)?.party).toEqual(party);
  });

  const from = (number: string | null, leg: typeof ada) =>
    ({
      type: 'participant.identified',
      data: { callControlId: leg, party: { ...party, from: number } },
    }) as const;

  it('[PR7] counts who left and came back on another leg once', () => {
    const story = new Story().joined(ada, 1).left(ada, 2).joined(bob, 3).joined(cyd, 4);
    story.told(1, from('+13125550142', ada)).told(3, from('+13125550142', bob));
    story.told(4, from('sip:cyd@example.com', cyd));
    expect(everIn(story.conference)).toBe(2);
    expect([...cameBack(story.conference)]).toEqual([ada]);
  });

  it('[PR7] counts legs of one number that were in at once, and legs of no number, each', () => {
    const office = new Story().joined(ada, 1).joined(bob, 2).left(ada, 3).left(bob, 4);
    for (const leg of [ada, bob]) office.told(1, from('+13125550142', leg));
    expect(everIn(office.conference)).toBe(2);
    const withheld = new Story().joined(ada, 1).left(ada, 2).joined(bob, 3).joined(cyd, 4);
    for (const leg of [ada, bob]) withheld.told(1, from(null, leg));
    expect(everIn(withheld.conference)).toBe(3);
  });

  it('[PR7] takes legs for those of one person by a masked number only together with a name', () => {
    const story = () => new Story().joined(ada, 1).left(ada, 2).joined(bob, 3);
    const known = (told: Story, callerName: string | null) => {
      const masked = { ...party, from: maskedNumber('+13125550142'), callerName };
      for (const callControlId of [ada, bob]) {
        const data = { callControlId, party: masked };
        told.told(1, { type: 'participant.identified', data });
      }
      return [...cameBack(told.conference)];
    };
    expect(known(story(), null)).toEqual([]);
    expect(known(story(), 'Ada')).toEqual([ada]);
  });
});

describe('the floor', () => {
  const speaks = (leg: typeof ada) =>
    ({ type: 'floor.changed', data: { callControlId: leg } }) as const;

  it('[FL1] is held while the speaker is present, else by nobody', () => {
    const story = new Story().joined(ada, 1).told(2, speaks(ada));
    expect(floorHolder(story.conference)).toBe(ada);
    expect(floorHolder(story.left(ada, 3).conference)).toBeNull();
    expect(floorHolder(new Story().told(2, speaks(ada)).conference)).toBeNull();
  });

  it('[FL2] is not given back by a rejoin', () => {
    const story = new Story().joined(ada, 1).told(2, speaks(ada)).left(ada, 3).joined(ada, 4);
    expect(floorHolder(story.conference)).toBeNull();
  });

  it('[FL3] goes over at the next floor event, the leave, or the end', () => {
    const events = numbered([
      { id: 'a', at: 10, event: speaks(ada) },
      { id: 'b', at: 20, event: speaks(bob) },
      { id: 'c', at: 25, event: { type: 'participant.left', data: { callControlId: cyd } } },
      { id: 'd', at: 30, event: { type: 'participant.left', data: { callControlId: bob } } },
      { id: 'e', at: 40, event: speaks(ada) },
      { id: 'f', at: 50, event: { type: 'conference.ended', data: { reason: null } } },
    ]);
    expect(floorSegments(withFloorEvents(noFloorHistory, events))).toEqual([
      { callControlId: ada, from: 10, until: 20 },
      { callControlId: bob, from: 20, until: 30 },
      { callControlId: ada, from: 40, until: 50 },
    ]);
  });

  it('[FL4] has the same segments in whatever order its events are heard', () => {
    fc.assert(
      fc.property(anyRetelling, ({ history, retold }) => {
        const heard = withFloorEvents(noFloorHistory, numbered(history));
        const oneByOne = numbered(retold).reduce(
          (known, event) => withFloorEvents(known, [event]),
          noFloorHistory,
        );
        expect(floorSegments(oneByOne)).toEqual(floorSegments(heard));
      }),
    );
  });

  it('[FL5] times never add up to more than the time looked at', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (history, from, length) => {
        const segments = floorSegments(withFloorEvents(noFloorHistory, numbered(history)));
        const times = [...floorTimes(segments, from, from + length).values()];
        expect(times.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(length);
      }),
    );
  });
});

function numbered(facts: readonly Fact[]): Numbered<ConferenceEvent>[] {
  return facts.map(({ id, at, event }, i) => ({
    ...{ seq: i + 1, id, version: 1, source: 'carrier', actor: null, commandId: null },
    ...{ occurredAt: at, receivedAt: i },
    ...event,
  }));
}

function storyOf(conference: ReturnType<typeof emptyConference>): Story {
  const story = new Story();
  story.conference = conference;
  return story;
}
