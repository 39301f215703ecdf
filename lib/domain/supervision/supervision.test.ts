import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameBack } from '../conference/came-back';
import { decide } from '../conference/decide';
import { isByRole, toMuteOnEntry } from '../conference/people';
import { participantOf } from '../conference/conference';
import type { Numbered } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';
import { ada, bob, cyd, Story } from '../testing/conference-story';
import { isShownBy } from './borne-out';
import { supervisingRoles, type SupervisingValue } from './command';
import { ownNumberOf, refusalToStart, refusalToSwitch } from './decide';
import type { SupervisionEvent } from './event';
import {
  isOver,
  liveSince,
  roleInForce,
  type Supervision,
  supervisionAggregate,
} from './supervision';

const id = 'the-session' as CommandId;
const grace = { userId: 'grace', name: 'Grace' };
const listen: SupervisingValue = { role: 'monitor', whisperTo: [] };
const whisper: SupervisingValue = { role: 'whisper', whisperTo: [ada] };
const barge: SupervisingValue = { role: 'barge', whisperTo: [] };
const own = 'v3:grace' as CallControlId;

const asked: SupervisionEvent = {
  type: 'supervision.asked',
  data: {
    ...{ conferenceId: 'room' as ConferenceId, conferenceName: 'Board', whom: ada },
    ...{ whomName: 'Ada', to: '+13125550199', from: '+13125550100', connectionId: 'app' },
    ...{ timeoutSecs: 30, ...listen },
  },
};
const dialled: SupervisionEvent = { type: 'supervision.dialled', data: { callControlId: own } };
const taken = (turn: number): SupervisionEvent => ({
  type: 'supervision.roleTaken',
  data: { turn, how: turn === 0 ? 'joined' : 'switched', isBorneOut: true },
});
const live: SupervisionEvent[] = [
  asked,
  { type: 'supervision.dialling', data: {} },
  dialled,
  { type: 'supervision.answered', data: {} },
  { type: 'supervision.settingRole', data: { turn: 0 } },
  taken(0),
];
const ended: SupervisionEvent = { type: 'supervision.ended', data: { reason: 'stopped' } };

function fold(events: readonly SupervisionEvent[]): Supervision {
  return events
    .map((event, i): Numbered<SupervisionEvent> => ({
      ...event,
      ...{ seq: i + 1, id: `e${i}`, version: 1, source: 'rostrum', actor: grace },
      ...{ commandId: id, occurredAt: null, receivedAt: (i + 1) * 1_000_000 },
    }))
    .reduce<Supervision>(supervisionAggregate.evolve, supervisionAggregate.initial(id));
}

describe('a session of supervision', () => {
  it('[SU1] is live once a role counts, with that role and since then', () => {
    expect(fold(live.slice(0, -1))).toMatchObject({ phase: 'answered', wanted: { turn: 0 } });
    const session = fold(live);
    expect(session).toMatchObject({ phase: 'live', wanted: null, callControlId: own });
    expect([roleInForce(session)?.role, liveSince(session)]).toEqual(['monitor', 6_000_000]);
  });

  it('[SU2] has the old role until the new one counts, and keeps it where the carrier would not', () => {
    const switching = [...live, { type: 'supervision.roleAsked', data: whisper } as const];
    expect(fold(switching)).toMatchObject({ wanted: { role: 'whisper', turn: 1, step: 'asked' } });
    expect(roleInForce(fold(switching))?.role).toBe('monitor');
    const data = { turn: 1, reason: 'It may not' };
    const refused = fold([...switching, { type: 'supervision.roleRefused', data }]);
    expect(refused).toMatchObject({ wanted: null, notChanged: 'It may not' });
    expect(roleInForce(refused)?.role).toBe('monitor');
    expect(roleInForce(fold([...switching, taken(1)]))).toMatchObject({ ...whisper });
  });

  it('[SU2] heeds only what is said of the role that was asked for last', () => {
    const two = [
      ...live,
      { type: 'supervision.roleAsked', data: whisper } as const,
      { type: 'supervision.settingRole', data: { turn: 1 } } as const,
      { type: 'supervision.roleAsked', data: barge } as const,
    ];
    for (const late of [taken(1), { type: 'supervision.leaving', data: { turn: 1 } } as const]) {
      expect(fold([...two, late])).toMatchObject({
        wanted: { role: 'barge', turn: 2, step: 'asked' },
        roles: [{ role: 'monitor' }],
      });
    }
  });

  it('[SU3] comes in again with the newest role, where another was asked for on the way out', () => {
    const session = fold([
      ...live,
      { type: 'supervision.roleAsked', data: whisper },
      { type: 'supervision.leaving', data: { turn: 1 } },
      { type: 'supervision.roleAsked', data: barge },
    ]);
    expect(session.wanted).toMatchObject({ role: 'barge', turn: 2, step: 'leaving' });
  });

  it('[SU4] once over, stays as it ended, whatever is told', () => {
    const anything = fc.constantFrom<SupervisionEvent>(
      ...live,
      ended,
      { type: 'supervision.roleAsked', data: barge },
      { type: 'supervision.failed', data: { reason: 'busy' } },
      { type: 'command.refused', data: { code: 'call-ended', carrierCode: null, detail: '' } },
    );
    fc.assert(
      fc.property(fc.array(anything), fc.array(anything), (before, after) => {
        const over = fold([asked, ...before, ended]);
        expect(isOver(over)).toBe(true);
        expect(fold([asked, ...before, ended, ...after])).toEqual(over);
      }),
    );
  });

  it('never throws, and counts every role that was asked for once, in any order of events', () => {
    const events = fc.array(
      fc.constantFrom<SupervisionEvent>(
        ...live,
        ended,
        taken(1),
        { type: 'supervision.roleAsked', data: whisper },
        { type: 'supervision.rejoining', data: { turn: 1 } },
      ),
    );
    fc.assert(
      fc.property(events, (told) => {
        const session = fold(told);
        expect(session.roles.length).toBeLessThanOrEqual(session.turns);
      }),
    );
  });

  it('is refused as it was asked for, and not by what is refused later', () => {
    const data = { code: 'is-supervisor', carrierCode: null, detail: '' };
    const refused = { type: 'command.refused', data } as const;
    expect(fold([refused])).toMatchObject({ phase: 'refused', reason: 'is-supervisor' });
    expect(fold([...live, refused])).toEqual(fold(live));
  });
});

describe('what a read shows of a role', () => {
  const anyFacts = fc.record({
    muted: fc.boolean(),
    whisperTo: fc.uniqueArray(fc.constantFrom(ada, bob, cyd)),
  });
  it('[SU6] bears out one role at most', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const values: SupervisingValue[] = [
          listen,
          barge,
          ...(facts.whisperTo.length === 0
            ? []
            : [{ role: 'whisper', whisperTo: facts.whisperTo } as const]),
        ];
        expect(values.filter((value) => isShownBy(value, facts))).toHaveLength(1);
      }),
    );
  });

  it('[SU6] bears out whispering to exactly those who are meant', () => {
    const both = { role: 'whisper', whisperTo: [ada, bob] } as const;
    expect(isShownBy(both, { muted: false, whisperTo: [bob, ada] })).toBe(true);
    expect(isShownBy(both, { muted: false, whisperTo: [ada] })).toBe(false);
    expect(supervisingRoles).toEqual(['monitor', 'whisper', 'barge']);
  });
});

describe('whoever may be supervised', () => {
  const meeting = () => new Story().joined(ada, 1).joined(bob, 2);
  const fields = { whom: ada, timeoutSecs: 30, ...listen };
  const at = (story: Story) => ({ kind: 'conference', conference: story.conference }) as const;
  const called = (story: Story) =>
    story.said({
      type: 'supervisor.called',
      data: { callControlId: own, supervisionId: id, whom: ada, ...listen },
    });

  it('[SU7] is in, is no supervisor, and is whispered to only while they are in', () => {
    expect(refusalToStart(at(meeting()), fields, false)).toBeNull();
    expect(refusalToStart(at(meeting()), fields, true)).toBe('already-supervising');
    expect(refusalToStart(at(meeting().left(ada, 3)), fields, false)).toBe('not-in-conference');
    const over = meeting().told(4, { type: 'conference.ended', data: { reason: null } });
    expect(refusalToStart(at(over), fields, false)).toBe('conference-ended');
    const own2 = { ...fields, whom: own };
    expect(refusalToStart(at(called(meeting()).joined(own, 3)), own2, false)).toBe('is-supervisor');
    const mute = { ...fields, role: 'whisper', whisperTo: [] } as const;
    expect(refusalToStart(at(meeting()), mute, false)).toBe('nobody-selected');
    const gone = { ...fields, role: 'whisper', whisperTo: [cyd] } as const;
    expect(refusalToStart(at(meeting()), gone, false)).toBe('not-in-conference');
  });

  it('[SU7] a role is changed while the session goes on, and to those who are in', () => {
    const { conference } = meeting();
    expect(refusalToSwitch(fold(live), conference, whisper)).toBeNull();
    expect(refusalToSwitch(fold([...live, ended]), conference, whisper)).toBe('call-ended');
    const stopping = fold([...live, { type: 'supervision.stopAsked', data: {} }]);
    expect(refusalToSwitch(stopping, conference, whisper)).toBe('call-ended');
    const toCyd = { role: 'whisper', whisperTo: [cyd] } as const;
    expect(refusalToSwitch(fold(live), conference, toCyd)).toBe('not-in-conference');
  });

  it('[SU9] a supervisor’s leg is given no role, muted on entry, or taken for another’s', () => {
    const story = called(
      meeting().said({
        type: 'conference.muteOnEntrySet',
        data: { isOn: true, exempt: [] },
      }),
    )
      .joined(own, 5)
      .joined(cyd, 6);
    const { conference } = story;
    expect(toMuteOnEntry(conference)).toEqual([ada, bob, cyd]);
    for (const type of ['participants.setRole', 'participants.join'] as const) {
      const command = { type, fields: { legs: [own], role: 'barge', whisperTo: [] } } as never;
      expect(decide(conference, command)).toEqual({ ok: false, code: 'is-supervisor' });
    }
    const leg = participantOf(conference, own);
    expect(leg && isByRole(conference, leg, true)).toBe(true);
    const party = { from: null, to: '+1', direction: 'outgoing', callerName: null } as const;
    const same = story
      .left(cyd, 7)
      .told(8, { type: 'participant.identified', data: { callControlId: own, party } })
      .told(8, { type: 'participant.identified', data: { callControlId: cyd, party } });
    expect(cameBack(same.conference).size).toBe(0);
  });

  it('is called from the number of ours that the call has', () => {
    const party = { from: '+1312', to: '+4930', callerName: null };
    expect(ownNumberOf({ ...party, direction: 'incoming' })).toBe('+4930');
    expect(ownNumberOf({ ...party, direction: 'outgoing' })).toBe('+1312');
  });
});
