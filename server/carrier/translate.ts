import { z } from 'zod';
import type { CallEvent, LegIdentity, ReferPhase } from '@/lib/domain/call/event';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import { type Envelope, microsOf } from './read-envelope';
import { savedCallRecording } from './recording-wire';

// Longer than any id of the carrier's (DOMAIN §1.0), and short enough for any database's index.
const id = z.string().min(1).max(512);
// What is not needed and not as it should be is as good as absent: the rest of the event counts.
const maybe = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const number = z
  .number()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

const conference = z.object({ conference_id: id });
const inConference = z.object({
  conference_id: id,
  call_control_id: id,
  call_leg_id: maybe,
  connection_id: maybe,
});
const media = z.object({ media_url: maybe, media_name: maybe });
const leg = z.object({
  call_control_id: id,
  call_leg_id: maybe,
  call_session_id: maybe,
  connection_id: maybe,
  from: maybe,
  to: maybe,
  direction: z
    .enum(['incoming', 'outgoing'])
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  caller_id_name: maybe,
});

type Payload = Envelope['payload'];
type Translate = (payload: Payload) => CarrierFact;

/** Every webhook that Rostrum understands (DOMAIN §2.2–2.4), by the carrier's own name. */
const translations: Readonly<Record<string, Translate>> = {
  'conference.created': (p) =>
    ofConference(p, {
      type: 'conference.created',
      data: {
        connectionId: maybe.parse(p.connection_id),
        callControlId: maybe.parse(p.call_control_id) as CallControlId | null,
      },
    }),
  'conference.ended': (p) =>
    ofConference(p, { type: 'conference.ended', data: { reason: maybe.parse(p.reason) } }),
  'conference.participant.joined': (p) => {
    const read = inConference.parse(p);
    return ofConference(p, {
      type: 'participant.joined',
      data: {
        ...legOf(read),
        callLegId: read.call_leg_id,
        connectionId: read.connection_id,
        party: null,
      },
    });
  },
  'conference.participant.left': (p) =>
    ofConference(p, { type: 'participant.left', data: legOf(inConference.parse(p)) }),
  'conference.floor.changed': (p) =>
    ofConference(p, { type: 'floor.changed', data: legOf(inConference.parse(p)) }),
  'conference.playback.started': (p) =>
    ofConference(p, { type: 'playback.started', data: mediaOf(p) }),
  'conference.playback.ended': (p) => ofConference(p, { type: 'playback.ended', data: mediaOf(p) }),
  'conference.speak.started': (p) => ofConference(p, { type: 'speak.started', data: {} }),
  'conference.speak.ended': (p) => ofConference(p, { type: 'speak.ended', data: {} }),
  'conference.participant.playback.started': (p) =>
    ofConference(p, {
      type: 'participant.playback.started',
      data: { ...legOf(inConference.parse(p)), ...mediaOf(p) },
    }),
  'conference.participant.playback.ended': (p) =>
    ofConference(p, {
      type: 'participant.playback.ended',
      data: { ...legOf(inConference.parse(p)), ...mediaOf(p) },
    }),
  'conference.participant.speak.started': (p) =>
    ofConference(p, { type: 'participant.speak.started', data: legOf(inConference.parse(p)) }),
  'conference.participant.speak.ended': (p) =>
    ofConference(p, { type: 'participant.speak.ended', data: legOf(inConference.parse(p)) }),
  'conference.recording.saved': (p) => {
    const { recording_id: recordingId } = z.object({ recording_id: id }).parse(p);
    return ofConference(p, {
      type: 'recording.saved',
      data: {
        recordingId,
        startedAt: microsOf(p.recording_started_at),
        endedAt: microsOf(p.recording_ended_at),
        format: maybe.parse(p.format),
        channels: maybe.parse(p.channels),
      },
    });
  },
  'call.initiated': (p) => ofCall(p, (data) => ({ type: 'call.initiated', data })),
  'call.answered': (p) => ofCall(p, (data) => ({ type: 'call.answered', data })),
  'call.bridged': (p) => ofCall(p, (data) => ({ type: 'call.bridged', data })),
  'call.hangup': (p) => {
    const cause = maybe.parse(p.hangup_cause);
    const source = maybe.parse(p.hangup_source);
    return ofCall(p, (data) => ({ type: 'call.hangup', data: { ...data, cause, source } }));
  },
  'call.dtmf.received': (p) => {
    const { digit } = z.object({ digit: z.string().min(1).max(1) }).parse(p);
    return ofCall(p, (data) => ({ type: 'call.dtmf.received', data: { ...data, digit } }));
  },
  'call.gather.ended': (p) => {
    const read = z.object({ digits: maybe, status: maybe }).parse(p);
    const gathered = { digits: read.digits ?? '', status: read.status };
    return ofCall(p, (data) => ({ type: 'call.gather.ended', data: { ...data, ...gathered } }));
  },
  'call.playback.started': (p) => {
    const played = mediaOf(p);
    return ofCall(p, (data) => ({ type: 'call.playback.started', data: { ...data, ...played } }));
  },
  'call.playback.ended': (p) => {
    const ended = { ...mediaOf(p), status: maybe.parse(p.status) };
    return ofCall(p, (data) => ({ type: 'call.playback.ended', data: { ...data, ...ended } }));
  },
  'call.speak.started': (p) => ofCall(p, (data) => ({ type: 'call.speak.started', data })),
  'call.speak.ended': (p) => {
    const status = maybe.parse(p.status);
    return ofCall(p, (data) => ({ type: 'call.speak.ended', data: { ...data, status } }));
  },
  'call.refer.started': (p) => referred(p, 'started'),
  'call.refer.completed': (p) => referred(p, 'completed'),
  'call.refer.failed': (p) => referred(p, 'failed'),
  'call.recording.saved': (p) => ({ kind: 'recording', heard: savedCallRecording(p) }),
  'call.enqueued': (p) => {
    const read = z.object({ queue: id, current_position: number }).parse(p);
    const placed = { queue: read.queue, position: read.current_position };
    return ofCall(p, (data) => ({ type: 'call.enqueued', data: { ...data, ...placed } }));
  },
  'call.dequeued': (p) => {
    const read = z.object({ queue: id, reason: maybe, wait_time_secs: number }).parse(p);
    const gone = { queue: read.queue, reason: read.reason, waitedSeconds: read.wait_time_secs };
    return ofCall(p, (data) => ({ type: 'call.dequeued', data: { ...data, ...gone } }));
  },
};

/** What an envelope means; a type nobody knows, or a payload that cannot be read, says so. */
export type Translation =
  | { readonly kind: 'fact'; readonly fact: CarrierFact }
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** Translates the carrier's words into ours; fields nobody listed are let pass (DOMAIN §2.5). */
export function translate(envelope: Envelope): Translation {
  const translation = Object.hasOwn(translations, envelope.eventType)
    ? translations[envelope.eventType]
    : undefined;
  if (translation === undefined) return { kind: 'unknown-type' };
  try {
    return { kind: 'fact', fact: translation(envelope.payload) };
  } catch (error) {
    if (error instanceof z.ZodError) return { kind: 'unreadable', detail: z.prettifyError(error) };
    throw error;
  }
}

function ofConference(payload: Payload, event: ConferenceEvent): CarrierFact {
  const { conference_id: conferenceId } = conference.parse(payload);
  return { kind: 'conference', conferenceId: conferenceId as ConferenceId, event };
}

function ofCall(payload: Payload, event: (identity: LegIdentity) => CallEvent): CarrierFact {
  const read = leg.parse(payload);
  const identity: LegIdentity = {
    callLegId: read.call_leg_id,
    callSessionId: read.call_session_id,
    connectionId: read.connection_id,
    party: {
      from: read.from,
      to: read.to,
      direction: read.direction,
      callerName: read.caller_id_name,
    },
  };
  return {
    kind: 'call',
    callControlId: read.call_control_id as CallControlId,
    event: event(identity),
  };
}

function referred(payload: Payload, phase: ReferPhase): CarrierFact {
  const sipResponse = number.parse(payload.sip_notify_response);
  return ofCall(payload, (data) => ({
    type: 'call.referred',
    data: { ...data, phase, sipResponse },
  }));
}

function legOf(read: { call_control_id: string }): { callControlId: CallControlId } {
  return { callControlId: read.call_control_id as CallControlId };
}

function mediaOf(payload: Payload): { mediaUrl: string | null; mediaName: string | null } {
  const read = media.parse(payload);
  return { mediaUrl: read.media_url, mediaName: read.media_name };
}
