import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import {
  type CarrierEventType,
  documentedPayloads,
  testConnectionId as connectionId,
} from '@/server/testing/carrier-events';
import { translate } from './translate';

const types = Object.keys(documentedPayloads) as CarrierEventType[];
const envelopeOf = (eventType: string, payload: object) => ({
  id: 'e1',
  eventType,
  occurredAt: 1,
  attempt: 1,
  connectionId,
  payload: payload as Record<string, unknown>,
});

const ada = 'v3:ada';
const room = 'conference-of-the-board';
const callControlId = ada;
const media = { mediaUrl: 'https://example.test/hold.mp3', mediaName: 'hold' };
const ids = {
  callLegId: 'leg-of-v3:ada',
  callSessionId: 'session-of-v3:ada',
  connectionId,
};
const nobody = { from: null, to: null, direction: null, callerName: null };
const numbered = { ...nobody, from: '+13125550142', to: '+13125550100' };
const leg = { ...ids, party: numbered };
const unnumbered = { ...ids, party: nobody };

const of = (type: CarrierEventType, kind: 'conference' | 'call', ourType: string, data: object) =>
  [type, { kind, event: { type: ourType, data } }] as const;
const meanings = new Map<string, object>([
  of('conference.created', 'conference', 'conference.created', { connectionId, callControlId }),
  of('conference.ended', 'conference', 'conference.ended', { reason: 'all_left' }),
  of('conference.participant.joined', 'conference', 'participant.joined', {
    callControlId,
    callLegId: ids.callLegId,
    connectionId,
    party: null,
  }),
  of('conference.participant.left', 'conference', 'participant.left', { callControlId }),
  of('conference.floor.changed', 'conference', 'floor.changed', { callControlId }),
  of('conference.playback.started', 'conference', 'playback.started', media),
  of('conference.playback.ended', 'conference', 'playback.ended', media),
  of('conference.speak.started', 'conference', 'speak.started', {}),
  of('conference.speak.ended', 'conference', 'speak.ended', {}),
  of('conference.participant.playback.started', 'conference', 'participant.playback.started', {
    callControlId,
    ...media,
  }),
  of('conference.participant.playback.ended', 'conference', 'participant.playback.ended', {
    callControlId,
    ...media,
  }),
  of('conference.participant.speak.started', 'conference', 'participant.speak.started', {
    callControlId,
  }),
  of('conference.participant.speak.ended', 'conference', 'participant.speak.ended', {
    callControlId,
  }),
  of('conference.recording.saved', 'conference', 'recording.saved', {
    recordingId: 'recording-1',
    startedAt: Date.UTC(2026, 8, 1, 10) * 1000,
    endedAt: Date.UTC(2026, 8, 1, 10, 30) * 1000 + 250_000,
    format: 'mp3',
    channels: 'dual',
  }),
  of('call.initiated', 'call', 'call.initiated', {
    ...ids,
    party: { ...numbered, direction: 'incoming', callerName: 'Ada Whitfield' },
  }),
  of('call.answered', 'call', 'call.answered', leg),
  of('call.bridged', 'call', 'call.bridged', leg),
  of('call.hangup', 'call', 'call.hangup', { ...leg, cause: 'normal_clearing', source: 'caller' }),
  of('call.dtmf.received', 'call', 'call.dtmf.received', { ...leg, digit: '#' }),
  of('call.gather.ended', 'call', 'call.gather.ended', { ...leg, digits: '42', status: 'valid' }),
  of('call.playback.started', 'call', 'call.playback.started', { ...unnumbered, ...media }),
  of('call.playback.ended', 'call', 'call.playback.ended', {
    ...unnumbered,
    ...media,
    status: 'completed',
  }),
  of('call.speak.started', 'call', 'call.speak.started', unnumbered),
  of('call.speak.ended', 'call', 'call.speak.ended', { ...unnumbered, status: 'completed' }),
  of('call.refer.started', 'call', 'call.referred', { ...leg, phase: 'started', sipResponse: 100 }),
  of('call.refer.completed', 'call', 'call.referred', {
    ...leg,
    phase: 'completed',
    sipResponse: 200,
  }),
  of('call.refer.failed', 'call', 'call.referred', { ...leg, phase: 'failed', sipResponse: 603 }),
  of('call.enqueued', 'call', 'call.enqueued', {
    ...ids,
    party: nobody,
    queue: 'support',
    position: 3,
  }),
  of('call.dequeued', 'call', 'call.dequeued', {
    ...ids,
    party: nobody,
    queue: 'support',
    reason: 'bridging-in-process',
    waitedSeconds: 61,
  }),
]);

/** The fields without which an event says nothing that could be kept. */
const needed = (type: CarrierEventType): string[] => {
  if (type === 'call.enqueued' || type === 'call.dequeued') return ['call_control_id', 'queue'];
  if (type === 'call.dtmf.received') return ['call_control_id', 'digit'];
  if (type.startsWith('call.')) return ['call_control_id'];
  if (type === 'conference.recording.saved') return ['conference_id', 'recording_id'];
  const isOfLeg = /participant|floor/.test(type);
  return isOfLeg ? ['conference_id', 'call_control_id'] : ['conference_id'];
};

describe.each(types)('%s', (type) => {
  const payload = documentedPayloads[type];
  const address = type.startsWith('call.') ? { callControlId: ada } : { conferenceId: room };
  const fact = { ...meanings.get(type), ...address } as unknown as CarrierFact;

  it('is translated as it is documented', () => {
    expect(translate(envelopeOf(type, payload))).toEqual({ kind: 'fact', fact });
  });

  it('is translated with fields nobody has listed', () => {
    const odd = { ...payload, from_sip_uri: 'a@b', telnyx_error: null, tags: [{ deep: [1] }] };
    expect(translate(envelopeOf(type, odd))).toEqual({ kind: 'fact', fact });
  });

  it('is translated where it says no more than it must', () => {
    const all = payload as Record<string, unknown>;
    const least = Object.fromEntries(needed(type).map((field) => [field, all[field]]));
    expect(translate(envelopeOf(type, least)).kind).toBe('fact');
    const nulls = Object.fromEntries(Object.keys(all).map((field) => [field, null]));
    expect(translate(envelopeOf(type, { ...nulls, ...least })).kind).toBe('fact');
  });

  it.each(needed(type))('cannot be read without %s', (field) => {
    for (const value of [undefined, null, '', 7, {}, []]) {
      const reading = translate(envelopeOf(type, { ...payload, [field]: value }));
      expect(reading).toMatchObject({
        kind: 'unreadable',
        detail: expect.stringContaining(field) as string,
      });
    }
  });

  it('is never thrown at, whatever is in it', () => {
    const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.constant(undefined));
    const fields = Object.keys(payload).map((field) => [field, anyValue] as const);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), (wrong) => {
        const { kind } = translate(envelopeOf(type, { ...payload, ...wrong }));
        expect(['fact', 'unreadable']).toContain(kind);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a type that nobody knows', () => {
  it.each([
    'call.machine.detection.ended',
    'streaming.started',
    'conference.renamed',
    'toString',
    '__proto__',
    'constructor',
    'CALL.ANSWERED',
  ])('is said to be unknown: %s', (type) => {
    expect(translate(envelopeOf(type, {}))).toEqual({ kind: 'unknown-type' });
  });
});

describe('numbers and directions', () => {
  const party = (change: object) => {
    const reading = translate(
      envelopeOf('call.initiated', { ...documentedPayloads['call.initiated'], ...change }),
    );
    if (reading.kind !== 'fact' || reading.fact.kind !== 'call') throw new Error(reading.kind);
    const { data } = reading.fact.event;
    return 'party' in data ? data.party : null;
  };

  it('that the carrier has not told yet are unknown', () => {
    expect(party({ from: null, to: undefined, direction: null, caller_id_name: '' })).toEqual({
      ...nobody,
      callerName: '',
    });
  });

  it('of a direction nobody knows are kept without it', () => {
    expect(party({ direction: 'sideways' })?.direction).toBeNull();
  });

  it('may be addresses of the internet', () => {
    expect(party({ from: 'sip:ada@example.test', direction: 'outgoing' })).toMatchObject({
      from: 'sip:ada@example.test',
      direction: 'outgoing',
    });
  });
});
