import { describe, expect, it } from 'vitest';
import type { Call } from './call/call';
import { callAggregate } from './call/aggregate';
import type { CallEvent } from './call/event';
import { conferenceAggregate } from './conference/aggregate';
import type { ConferenceEvent } from './conference/event';
import { creationAggregate } from './creation/creation';
import type { CreationEvent } from './creation/event';
import { dialAggregate } from './dial/dial';
import type { DialEvent } from './dial/event';
import type { DomainEvent, Numbered } from './event';
import type { Aggregate } from './aggregate';
import type { CallControlId, CommandId, ConferenceId, StreamKind } from './ids';
import { valuesOf } from './keyed';
import { queueAggregate } from './queue/aggregate';
import type { QueueEvent } from './queue/event';
import { supervisionAggregate } from './supervision/supervision';
import type { SupervisionEvent } from './supervision/event';
import { type Sight, shownEvents, shownState } from './shown';

const leg = 'v3:123456789012' as CallControlId;
const commandId = 'command-1' as CommandId;
const number = '+4930123456721';
const party = {
  from: number,
  to: '+13125550142',
  direction: 'incoming',
  callerName: number,
} as const;
const identity = {
  callLegId: 'leg',
  callSessionId: null,
  connectionId: '1494404757140276705',
  party,
};
const detail = `The carrier knows no ${number}`;

const conferenceEvents: ConferenceEvent[] = [
  { type: 'conference.created', data: { connectionId: '1494404757140276705', callControlId: leg } },
  {
    type: 'conference.described',
    data: {
      ...{ name: `Call from ${number}`, region: null, connectionId: null, status: 'in_progress' },
      ...{ createdAt: 1, expiresAt: null, endReason: null },
    },
  },
  {
    type: 'participant.joined',
    data: { callControlId: leg, callLegId: 'leg', connectionId: 'app', party: null },
  },
  { type: 'participant.identified', data: { callControlId: leg, party } },
  { type: 'participant.pressed', data: { callControlId: leg, digit: '4' } },
  {
    type: 'participant.waited',
    data: { callControlId: leg, queue: `Callers of ${number}`, seconds: 84 },
  },
  { type: 'participant.gathered', data: { callControlId: leg, digits: '4711', status: null } },
  { type: 'floor.changed', data: { callControlId: leg } },
  {
    type: 'playback.started',
    data: { mediaUrl: 'https://media.test/a/hold.mp3?signature=secret', mediaName: null },
  },
  {
    type: 'command.sent',
    data: { command: { type: 'participants.mute', fields: { legs: [leg] } } },
  },
  { type: 'command.refused', data: { code: 'carrier-refused', carrierCode: '1', detail } },
  {
    type: 'participants.labelled',
    data: { legs: [leg], label: `Ada ${number}`, note: `Call ${number} back` },
  },
  { type: 'participants.hostMarked', data: { legs: [leg], isHost: true } },
  { type: 'conference.lobbySet', data: { queue: `Callers of ${number}` } },
  { type: 'conference.muteOnEntrySet', data: { isOn: true, exempt: [[leg, 3]] } },
  {
    type: 'invitations.made',
    data: { from: number, invitations: [{ id: 'i', to: number, label: number }] },
  },
  {
    type: 'invitation.progressed',
    data: { invitationId: 'i', phase: 'joined', callControlId: leg, reason: null },
  },
  {
    type: 'conference.configured',
    data: {
      ...{ name: `Call from ${number}`, beep: 'never', comfortNoise: true },
      ...{ startConferenceOnCreate: true, maxParticipants: 250 },
    },
  },
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'audio.play',
        fields: { legs: [leg], audioUrl: 'https://media.test/a/hint.mp3?secret', loop: 1 },
      },
    },
  },
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'audio.speak',
        fields: { legs: [leg], payload: `Call ${number}`, payloadType: 'text', voice: 'x' },
      },
    },
  },
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'digits.send',
        fields: { legs: [leg], digits: '4711', durationMillis: 250 },
      },
    },
  },
];
const creationEvents: CreationEvent[] = [
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'conference.create',
        fields: {
          ...{ name: `Call from ${number}`, beep: 'never', comfortNoise: true, from: number },
          ...{ startConferenceOnCreate: true, maxParticipants: 250, to: number },
          holdAudioUrl: 'https://media.test/a/hold.mp3?secret',
        },
      },
    },
  },
  { type: 'creation.dialled', data: { callControlId: leg } },
  { type: 'command.refused', data: { code: 'carrier-refused', carrierCode: null, detail } },
];
const callEvents: CallEvent[] = [
  { type: 'call.initiated', data: identity },
  { type: 'call.dtmf.received', data: { ...identity, digit: '7' } },
  { type: 'call.gather.ended', data: { ...identity, digits: '4711', status: null } },
  {
    type: 'participant.joined',
    data: { conferenceId: 'room' as ConferenceId, callLegId: null, connectionId: null },
  },
  { type: 'command.sent', data: { command: { type: 'call.hangUp', fields: {} } } },
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'call.transfer',
        fields: {
          ...{ to: number, from: number, timeoutSecs: 30, timeLimitSecs: 14_400 },
          ...{ audioUrl: 'https://media.test/a/hold.mp3?secret', digitsOnAnswer: '4711' },
        },
      },
    },
  },
  {
    type: 'command.sent',
    data: { command: { type: 'call.refer', fields: { sipAddress: `sip:${number}@media.test` } } },
  },
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'call.sendSipInfo',
        fields: { contentType: 'text/plain', body: `Call ${number}` },
      },
    },
  },
  {
    type: 'call.playback.started',
    data: {
      ...identity,
      ...{ mediaUrl: 'https://media.test/a/hold.mp3?signature=secret', mediaName: null },
    },
  },
  {
    type: 'call.dialled',
    data: { party, connectionId: '1494404757140276705', supervises: leg, role: 'monitor' },
  },
  { type: 'call.paired', data: { callControlId: leg } },
  {
    type: 'call.found',
    data: { callLegId: null, callSessionId: null, connectionId: 'app', startedAt: 1, isUp: true },
  },
  { type: 'command.refused', data: { code: 'carrier-refused', carrierCode: null, detail } },
];
const dialEvents: DialEvent[] = [
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'call.dial',
        fields: {
          ...{ to: number, from: number, fromDisplayName: `Call ${number}`, clientState: number },
          ...{ timeoutSecs: 30, timeLimitSecs: 14_400 },
        },
      },
    },
  },
  { type: 'dial.placed', data: { callControlId: leg } },
];
const supervisionEvents: SupervisionEvent[] = [
  {
    type: 'command.sent',
    data: {
      command: {
        type: 'supervision.start',
        fields: {
          ...{ whom: leg, to: number, from: number, timeoutSecs: 30 },
          ...{ role: 'whisper', whisperTo: [leg] },
        },
      },
    },
  },
  {
    type: 'supervision.asked',
    data: {
      ...{ conferenceId: 'room' as ConferenceId, conferenceName: `Call from ${number}` },
      ...{ whom: leg, whomName: number, to: number, from: number, connectionId: 'app' },
      ...{ timeoutSecs: 30, role: 'whisper', whisperTo: [leg] },
    },
  },
  { type: 'supervision.dialled', data: { callControlId: leg } },
  { type: 'supervision.roleRefused', data: { turn: 0, reason: detail } },
  { type: 'supervision.failed', data: { reason: detail } },
];
const queueEvents: QueueEvent[] = [
  { type: 'call.enqueued', data: { callControlId: leg, position: 1, connectionId: null, party } },
  { type: 'queueCall.identified', data: { callControlId: leg, party } },
];

function numbered<E extends DomainEvent>(events: readonly E[]): Numbered<E>[] {
  return events.map((event, i) => ({
    ...event,
    ...{ seq: i + 1, id: `e${i + 1}`, version: 1, source: 'carrier' as const, actor: null },
    ...{ commandId: event.type.startsWith('command.') ? commandId : null },
    ...{ occurredAt: (i + 1) * 1_000_000, receivedAt: (i + 1) * 1_000_000 },
  }));
}

function fold<S, E extends DomainEvent>(
  { initial, evolve }: Pick<Aggregate<S, E, never>, 'initial' | 'evolve'>,
  events: readonly Numbered<E>[],
): S {
  return events.reduce((state, event) => evolve(state, event), initial('room'));
}

const kinds: [StreamKind, Aggregate<unknown, DomainEvent, never>, readonly DomainEvent[]][] = [
  ['conference', conferenceAggregate as never, conferenceEvents],
  ['call', callAggregate as never, callEvents],
  ['queue', queueAggregate as never, queueEvents],
  ['creation', creationAggregate as never, creationEvents],
  ['dial', dialAggregate as never, dialEvents],
  ['supervision', supervisionAggregate as never, supervisionEvents],
];
const noNumbers: Sight = { numbers: false, supervision: true };
const noSupervision: Sight = { numbers: true, supervision: false };
const everything: Sight = { numbers: true, supervision: true };

describe.each(kinds)('a %s for those who do not see numbers', (kind, aggregate, events) => {
  const whole = numbered(events);
  const state = fold(aggregate, whole);
  const shown = shownEvents(kind, state, whole, noNumbers);

  it('[MA1] folds from its masked events to its masked state', () => {
    expect(fold(aggregate, shown)).toEqual(shownState(kind, state, noNumbers));
  });

  it('[MA2] holds no number, no digits pressed and no link, and all of its ids', () => {
    const text = JSON.stringify([shown, shownState(kind, state, noNumbers)]);
    expect(text).not.toMatch(/4930|123456721|5550142|4711|https?:|secret/);
    expect(text).toContain('+49 ••• ••• 21');
    expect(text).toContain(leg.slice(0, kind === 'call' ? 0 : undefined));
    expect(shown.map(({ seq, id, type }) => ({ seq, id, type }))).toEqual(
      whole.map(({ seq, id, type }) => ({ seq, id, type })),
    );
  });
});

it('[MA3] whoever sees numbers sees them, and of links the name of the file', () => {
  const [created, ...rest] = shownEvents(
    'conference',
    null,
    numbered(conferenceEvents),
    everything,
  );
  expect(created?.data).toEqual(conferenceEvents[0]?.data);
  expect(JSON.stringify(rest)).toContain(number);
  expect(rest.find(({ type }) => type === 'playback.started')?.data).toEqual({
    mediaUrl: 'hold.mp3',
    mediaName: null,
  });
});

it('[MA4] an event without a rule is told without what it holds', () => {
  const later = numbered([{ type: 'participant.renumbered', data: { to: number } }]);
  expect(shownEvents('conference', null, later, noNumbers)[0]?.data).toEqual({});
});

it('[MA5] what is not known stays not known', () => {
  const call = shownState('call', callAggregate.initial('leg'), noNumbers) as Call;
  expect(call).toEqual(callAggregate.initial('leg'));
});

/** A conference in which Grace whispers to one, and what else is told of her leg. */
const grace = { userId: 'grace', name: 'Grace' };
const own = 'v3:supervisor' as CallControlId;
const secret = '+4915112345678';
const ofGrace = {
  from: '+13125550142',
  to: secret,
  direction: 'outgoing',
  callerName: 'Grace',
} as const;
const plain = { onHold: false, endConferenceOnExit: false, softEndConferenceOnExit: false };
const supervised: ConferenceEvent[] = [
  ...conferenceEvents,
  {
    type: 'supervisor.called',
    data: {
      ...{ callControlId: own, supervisionId: commandId, whom: leg },
      ...{ role: 'whisper', whisperTo: [leg] },
    },
  },
  {
    type: 'participant.joined',
    data: { callControlId: own, callLegId: null, connectionId: null, party: ofGrace },
  },
  { type: 'participant.identified', data: { callControlId: own, party: ofGrace } },
  {
    type: 'participants.read',
    data: {
      ...{ asOf: 99, foreign: [] },
      groups: [
        {
          facts: { ...plain, muted: false, whisperTo: [leg] },
          legs: [
            [own, 1],
            [leg, 3_000_000],
          ],
        },
        { facts: { ...plain, muted: true, whisperTo: [] }, legs: [[own, 2]] },
      ],
    },
  },
  {
    type: 'supervisor.roleSet',
    data: {
      ...{ callControlId: own, role: 'whisper', whisperTo: [leg] },
      ...{ how: 'joined', isBorneOut: true },
    },
  },
  { type: 'supervisor.rejoining', data: { callControlId: own } },
  { type: 'supervisor.ended', data: { callControlId: own, reason: 'supervised-left' } },
];

describe.each([
  ['and see numbers', noSupervision],
  ['and do not see numbers', { numbers: false, supervision: false }],
])('a conference that is supervised, for those who may not supervise %s', (_, sight) => {
  const whole = numbered(supervised).map((event) =>
    event.type.startsWith('supervisor.') ? { ...event, actor: grace } : event,
  );
  const aggregate = { ...conferenceAggregate, initial: () => conferenceAggregate.initial('room') };
  // Told bit by bit, as it happens: each event with what was known when it was told.
  const told = whole.flatMap((event, i) =>
    shownEvents('conference', fold(aggregate, whole.slice(0, i + 1)), [event], sight),
  );
  const state = fold(aggregate, whole);

  it('[SU5] tells that a supervisor is there, and not who, whom or how', () => {
    for (const events of [told, shownEvents('conference', state, whole, sight)]) {
      const after = events.slice(conferenceEvents.length);
      const text = JSON.stringify(after);
      expect(text).toContain(own);
      expect(text).not.toMatch(/Grace|grace|15112345678|whisper"|supervised-left/);
      expect(
        JSON.stringify(after.filter(({ type }) => type.startsWith('supervisor.'))),
      ).not.toContain(leg);
    }
    const shown = shownState('conference', state, sight) as typeof state;
    expect(JSON.stringify([shown.supervisors])).not.toMatch(/Grace|whisper"|123456789012/);
    expect(JSON.stringify(shown)).not.toMatch(/Grace|15112345678/);
    expect(JSON.stringify(shown.supervisors)).toContain(own);
  });

  it('[MA1] folds from what is told to what is shown, told as it happens or all at once', () => {
    const shown = shownState('conference', state, sight);
    expect(fold(aggregate, told)).toEqual(shown);
    expect(fold(aggregate, shownEvents('conference', state, whole, sight))).toEqual(shown);
  });

  it('[SU5] leaves everybody else as they were', () => {
    const others = ({ participants }: typeof state) =>
      valuesOf(participants).filter(({ callControlId }) => callControlId !== own);
    const shown = shownState('conference', state, sight) as typeof state;
    const without = shownState('conference', state, {
      ...sight,
      supervision: true,
    }) as typeof state;
    expect(others(shown)).toEqual(others(without));
  });
});

it('[SU5] the call of a supervisor has no number for those who may not supervise', () => {
  const events: CallEvent[] = [
    { type: 'call.initiated', data: { ...identity, party: ofGrace } },
    { type: 'call.supervises', data: { supervisionId: commandId } },
    { type: 'call.answered', data: { ...identity, party: ofGrace } },
    {
      type: 'call.dialled',
      data: { party: ofGrace, connectionId: 'app', supervises: leg, role: 'whisper' },
    },
    {
      type: 'command.sent',
      data: { command: { type: 'call.switchSupervisorRole', fields: { role: 'whisper' } } },
    },
  ];
  const whole = numbered(events);
  const state = fold(callAggregate as never, whole);
  const shown = shownEvents('call', state, whole, noSupervision);
  expect(fold(callAggregate as never, shown)).toEqual(shownState('call', state, noSupervision));
  expect(JSON.stringify([shown, shownState('call', state, noSupervision)])).not.toMatch(
    /15112345678|Grace|whisper|123456789012/,
  );
  expect(JSON.stringify(shownState('call', state, everything))).toContain(secret);
});
