import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbered } from '../event';
import type { CommandId, ConferenceId } from '../ids';
import { callAggregate } from './aggregate';
import { type Call, callPhase, conferenceOf, queueOf } from './call';
import { decide } from './decide';
import type { CallEvent, LegIdentity } from './event';

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
});
