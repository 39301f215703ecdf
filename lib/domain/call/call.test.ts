import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';
import { callAggregate } from './aggregate';
import { areBridged, beganAt, type Call, callPhase, conferenceOf, placeOf, queueOf } from './call';
import type { CallCommand } from './command';
import { decide } from './decide';
import type { CallEvent, LegIdentity } from './event';

type Told = Numbered<CallEvent>;

const identity: LegIdentity = {
  callLegId: 'leg',
  callSessionId: 'session',
  connectionId: 'app',
  party: { from: '+13125550142', to: '+13125550100', direction: null, callerName: null },
};
const caller = { ...identity.party, direction: 'incoming', callerName: 'Ada' } as const;
const room = 'room' as ConferenceId;

const facts: readonly CallEvent[] = [
  { type: 'call.initiated', data: { ...identity, party: caller } },
  { type: 'call.answered', data: identity },
  { type: 'call.bridged', data: identity },
  { type: 'call.hangup', data: { ...identity, cause: 'normal_clearing', source: 'caller' } },
  { type: 'call.dtmf.received', data: { ...identity, digit: '5' } },
  { type: 'call.gather.ended', data: { ...identity, digits: '42', status: 'valid' } },
  {
    type: 'call.playback.started',
    data: { ...identity, mediaUrl: null, mediaName: 'music' },
  },
  {
    type: 'call.playback.ended',
    data: { ...identity, mediaUrl: null, mediaName: 'music', status: 'completed' },
  },
  { type: 'call.speak.started', data: identity },
  { type: 'call.speak.ended', data: { ...identity, status: 'completed' } },
  { type: 'call.referred', data: { ...identity, phase: 'started', sipResponse: 100 } },
  { type: 'call.referred', data: { ...identity, phase: 'completed', sipResponse: 200 } },
  { type: 'call.referred', data: { ...identity, phase: 'failed', sipResponse: 603 } },
  { type: 'call.enqueued', data: { ...identity, queue: 'lobby', position: 1 } },
  {
    type: 'call.dequeued',
    data: { ...identity, queue: 'lobby', reason: 'leave', waitedSeconds: 9 },
  },
  {
    type: 'participant.joined',
    data: { conferenceId: room, callLegId: 'leg', connectionId: 'app' },
  },
  { type: 'participant.left', data: { conferenceId: room } },
];

let seq = 0;
const heard = (
  event: CallEvent,
  at: number,
  { id = `e${at}`, commandId = null as string | null } = {},
): Numbered<CallEvent> => ({
  ...{ seq: (seq += 1), id, version: 1, source: 'carrier', actor: null },
  ...{ commandId: commandId as CommandId | null, occurredAt: at, receivedAt: at },
  ...event,
});
const fold = (events: readonly Numbered<CallEvent>[]): Call =>
  events.reduce<Call>(callAggregate.evolve, callAggregate.initial('v3:ada'));

describe('a call leg', () => {
  it('[FA3] is the same whatever the order and repetition of what was heard', () => {
    const history = fc
      .array(fc.tuple(fc.constantFrom(...facts), fc.nat({ max: 9 })), {
        minLength: 1,
        maxLength: 20,
      })
      .map((told) => told.map(([event, at], i) => heard(event, at, { id: `e${i}` })));
    const retelling = history.chain((told) =>
      fc
        .array(fc.constantFrom(...told), { maxLength: 5 })
        .chain((repeats) =>
          fc.shuffledSubarray([...told, ...repeats], { minLength: told.length + repeats.length }),
        )
        .map((retold) => ({ told, retold })),
    );
    fc.assert(
      fc.property(retelling, ({ told, retold }) => {
        expect(fold(retold)).toEqual(fold(told));
      }),
      { numRuns: 500 },
    );
  });

  it('[PR6] keeps its caller’s name, whichever event comes first', () => {
    const [initiated, answered] = facts;
    if (initiated === undefined || answered === undefined) throw new Error('No facts');
    const call = fold([heard(answered, 2), heard(initiated, 1)]);
    expect(call.party).toEqual(caller);
    expect(callPhase(call)).toBe('answered');
  });

  it('knows the conference it joined last and the queue it waits in', () => {
    const call = fold(
      facts
        .filter(({ type }) => type === 'participant.joined' || type === 'call.enqueued')
        .map((event, i) => heard(event, i)),
    );
    expect(conferenceOf(call)).toBe(room);
    expect(queueOf(call)).toBe('lobby');
  });

  it('[CM8] confirms an answer when it is answered and a hang-up when it has hung up', () => {
    const sent = (type: 'call.answer' | 'call.hangUp', commandId: string) => [
      heard({ type: 'command.sent', data: { command: { type, fields: {} } } }, 1, { commandId }),
      heard({ type: 'command.accepted', data: {} }, 1, { commandId }),
    ];
    const answered: CallEvent = { type: 'call.answered', data: identity };
    const hungUp: CallEvent = {
      type: 'call.hangup',
      data: { ...identity, cause: null, source: null },
    };
    const phases = (events: Numbered<CallEvent>[]) => fold(events).commands.map((c) => c.phase);
    expect(phases(sent('call.answer', 'c1'))).toEqual(['accepted']);
    expect(phases([...sent('call.answer', 'c1'), heard(answered, 2)])).toEqual(['confirmed']);
    expect(phases([heard(hungUp, 2), ...sent('call.hangUp', 'c2')])).toEqual(['confirmed']);
  });

  const bridged: CallEvent = { type: 'call.bridged', data: identity };
  const hungUp: CallEvent = {
    type: 'call.hangup',
    data: { ...identity, cause: null, source: null },
  };
  const transfer: CallCommand = {
    type: 'call.transfer',
    fields: { to: '+13125550155', timeoutSecs: 30, timeLimitSecs: 14_400 },
  };
  const refer: CallCommand = { type: 'call.refer', fields: { sipAddress: 'sip:ada@example.test' } };
  const accepted: CallEvent = { type: 'command.accepted', data: {} };
  const unknown: CallEvent = { type: 'command.unknown', data: { detail: '' } };
  const asked = (command: CallCommand, answer: CallEvent) => [
    heard({ type: 'command.sent', data: { command } }, 5, { commandId: 'c', id: 'sent' }),
    heard(answer, 5, { commandId: 'c', id: 'answered' }),
  ];
  const phase = (events: Numbered<CallEvent>[]) => fold(events).commands[0]?.phase;

  it('[CM13] confirms a transfer by a connection that is newer than all that was known', () => {
    const [sent, taken] = asked(transfer, accepted) as [Told, Told];
    expect(phase([heard(bridged, 3), sent, taken])).toBe('accepted');
    expect(phase([heard(bridged, 3), sent, taken, heard(bridged, 6)])).toBe('confirmed');
    expect(phase([heard(bridged, 3), sent, heard(bridged, 6), taken])).toBe('confirmed');
  });

  it('[CM7] confirms what nobody knew the outcome of by the same word', () => {
    expect(phase([...asked(transfer, unknown), heard(bridged, 6)])).toBe('confirmed');
  });

  it('[CM4] contradicts a referral that failed, and what was still to come when the call ended', () => {
    const told = (to: 'completed' | 'failed') =>
      heard({ type: 'call.referred', data: { ...identity, phase: to, sipResponse: null } }, 7);
    const open = asked(refer, accepted);
    expect(phase([...open, told('completed')])).toBe('confirmed');
    expect(phase([...open, told('failed')])).toBe('contradicted');
    const ended = [...asked(transfer, accepted), heard(hungUp, 9)];
    expect(phase(ended)).toBe('contradicted');
    expect(phase([...ended, heard(bridged, 8)])).toBe('confirmed');
  });

  it('[CM9] leaves a SIP INFO accepted, of which the carrier tells nothing', () => {
    const info: CallCommand = {
      type: 'call.sendSipInfo',
      fields: { contentType: 'text/plain', body: 'Hello' },
    };
    expect(phase([...asked(info, accepted), heard(hungUp, 9)])).toBe('accepted');
  });

  it('[CM13] confirms a stop at once where nothing is heard any more', () => {
    const stop: CallCommand = { type: 'call.playStop', fields: {} };
    const music = { ...identity, mediaUrl: null, mediaName: 'music' };
    const began = heard({ type: 'call.playback.started', data: music }, 2);
    const ended = heard(
      { type: 'call.playback.ended', data: { ...music, status: 'cancelled' } },
      6,
    );
    expect(phase(asked(stop, accepted))).toBe('confirmed');
    expect(phase([began, ...asked(stop, accepted)])).toBe('accepted');
    expect(phase([began, ...asked(stop, accepted), ended])).toBe('confirmed');
  });

  it('[DE8] is not connected with itself', () => {
    const leg = callAggregate.initial('v3:ada');
    const bridge = (callControlId: CallControlId): CallCommand => ({
      type: 'call.bridge',
      fields: { callControlId },
    });
    expect(decide(leg, bridge(leg.id))).toEqual({ ok: false, code: 'same-call' });
    expect(decide(leg, bridge('v3:bob' as CallControlId)).ok).toBe(true);
  });

  it('[DE1] takes no command once it has ended', () => {
    const ended = fold([
      heard({ type: 'call.hangup', data: { ...identity, cause: null, source: null } }, 1),
    ]);
    expect(decide(ended, { type: 'call.hangUp', fields: {} })).toEqual({
      ok: false,
      code: 'call-ended',
    });
    const ringing = callAggregate.initial('v3:ada');
    expect(decide(ringing, { type: 'call.answer', fields: {} }).ok).toBe(true);
  });

  const joined: CallEvent = {
    type: 'participant.joined',
    data: { conferenceId: room, callLegId: null, connectionId: null },
  };
  const enqueued: CallEvent = {
    type: 'call.enqueued',
    data: { ...identity, queue: 'lobby', position: 1 },
  };

  it('[PL1] stands where the newest of its words puts it', () => {
    const kindAfter = (...events: Numbered<CallEvent>[]) => placeOf(fold(events)).kind;
    expect(kindAfter()).toBe('nowhere');
    expect(kindAfter(heard(bridged, 1), heard(joined, 2))).toBe('conference');
    expect(kindAfter(heard(bridged, 1), heard(enqueued, 2))).toBe('queue');
    expect(kindAfter(heard(joined, 1), heard(bridged, 2))).toBe('bridged');
    const left: CallEvent = { type: 'participant.left', data: { conferenceId: room } };
    expect(kindAfter(heard(bridged, 1), heard(joined, 2), heard(left, 3))).toBe('nowhere');
  });

  it('[PL2] is connected with whom a command named, or with whom it shares a session', () => {
    const leg = (id: string, session: string | null, paired?: string): Call => ({
      ...fold([heard(bridged, 1)]),
      id: id as CallControlId,
      callSessionId: session,
      paired: (paired ?? null) as CallControlId | null,
    });
    expect(areBridged(leg('a', 's'), leg('b', 's'))).toBe(true);
    expect(areBridged(leg('a', 's'), leg('b', 't'))).toBe(false);
    expect(areBridged(leg('a', null), leg('b', null))).toBe(false);
    expect(areBridged(leg('a', 's', 'b'), leg('b', 't', 'a'))).toBe(true);
    expect(areBridged(leg('a', 's', 'c'), leg('b', 's'))).toBe(false);
    const parted = { ...leg('b', 's'), hungUp: fold([heard(hungUp, 2)]).hungUp };
    expect(areBridged(leg('a', 's'), parted)).toBe(false);
  });

  it('that only a read has shown is up where its length says so', () => {
    const found = (isUp: boolean): CallEvent => ({
      type: 'call.found',
      data: { callLegId: 'l', callSessionId: null, connectionId: 'app', startedAt: 7, isUp },
    });
    expect(callPhase(fold([heard(found(true), 9)]))).toBe('answered');
    const ringing = fold([heard(found(false), 9)]);
    expect([callPhase(ringing), beganAt(ringing)]).toEqual(['ringing', 7]);
  });
});
