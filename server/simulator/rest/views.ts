import { averageWaitSecs } from '../network/announce';
import { recordingUrls } from '../network/announce-conference';
import { siteOf } from '../network/conferences';
import {
  type Application,
  type Conference,
  isHeld,
  isMuted,
  type Leg,
  type Participant,
  type Queue,
  type QueueEntry,
  type Recording,
  type World,
} from '../network/world';
import { type Delivery } from '../webhooks/delivery-log';

/** A moment as the carrier writes it. */
export const iso = (ms: number) => new Date(ms).toISOString();

/** A conference as the carrier shows it (DOMAIN §1.3). */
export function conferenceView(conference: Conference): Record<string, unknown> {
  const { endReason, endedBy } = conference;
  return {
    record_type: 'conference',
    id: conference.id,
    name: conference.name,
    created_at: iso(conference.createdAt),
    expires_at: iso(conference.expiresAt),
    updated_at: iso(conference.updatedAt),
    connection_id: conference.connectionId,
    region: siteOf[conference.region],
    status: conference.status,
    ...(endReason !== null && { end_reason: endReason }),
    ...(endedBy !== null && {
      ended_by: {
        call_control_id: endedBy.callControlId,
        call_session_id: endedBy.callSessionId,
      },
    }),
  };
}

const participantFields = (participant: Participant) => ({
  id: participant.id,
  call_control_id: participant.leg.callControlId,
  call_leg_id: participant.leg.callLegId,
  status: participant.status,
  muted: isMuted(participant),
  on_hold: isHeld(participant),
  end_conference_on_exit: participant.endOnExit,
  soft_end_conference_on_exit: participant.softEndOnExit,
  whisper_call_control_ids: participant.whisperTo,
  created_at: iso(participant.joinedAt),
  updated_at: iso(participant.updatedAt),
});

/** A participant in a list: with `record_type` and the conference's name (DOMAIN §1.3). */
export function participantRow(participant: Participant): Record<string, unknown> {
  const { id, name } = participant.conference;
  return {
    ...participantFields(participant),
    record_type: 'participant',
    conference: { id, name },
  };
}

/** A participant alone: another shape than in a list, with a label that nobody can set. */
export function participantView(participant: Participant): Record<string, unknown> {
  return {
    ...participantFields(participant),
    conference_id: participant.conference.id,
    label: '',
  };
}

/** A call's status (DOMAIN §1.5, L2); `dialled` is how a dial answers: never alive yet. */
export function callView(world: World, leg: Leg, dialled = false): Record<string, unknown> {
  const until = leg.endedAt ?? world.clock.now();
  return {
    record_type: 'call',
    call_control_id: leg.callControlId,
    call_leg_id: leg.callLegId,
    call_session_id: leg.callSessionId,
    is_alive: !dialled && leg.state !== 'ended',
    call_duration: secondsBetween(leg.answeredAt ?? until, until),
    start_time: iso(leg.startedAt),
    ...(leg.clientState !== null && { client_state: leg.clientState }),
    ...(leg.endedAt !== null && { end_time: iso(leg.endedAt) }),
  };
}

const secondsBetween = (from: number, to: number) => Math.max(0, Math.floor((to - from) / 1000));

/** A call in the list of active ones: neither numbers nor state (DOMAIN §1.5, A1). */
export function activeCallView(world: World, leg: Leg): Record<string, unknown> {
  const now = world.clock.now();
  return {
    record_type: 'call',
    call_control_id: leg.callControlId,
    call_leg_id: leg.callLegId,
    call_session_id: leg.callSessionId,
    call_duration: secondsBetween(leg.answeredAt ?? now, now),
    client_state: leg.clientState ?? '',
  };
}

/** A queue (DOMAIN §1.4). */
export function queueView(world: World, queue: Queue): Record<string, unknown> {
  return {
    record_type: 'queue',
    id: queue.id,
    name: queue.name,
    current_size: queue.entries.size,
    max_size: queue.maxSize,
    average_wait_time_secs: averageWaitSecs(world, queue),
    created_at: iso(queue.createdAt),
    updated_at: iso(queue.updatedAt),
  };
}

/** A queued call; `position` counts from 1. */
export function queueCallView(
  world: World,
  entry: QueueEntry,
  position: number,
): Record<string, unknown> {
  const { leg, queue } = entry;
  return {
    record_type: 'queue_call',
    call_control_id: leg.callControlId,
    call_leg_id: leg.callLegId,
    call_session_id: leg.callSessionId,
    connection_id: leg.connectionId,
    from: leg.from,
    to: leg.to,
    enqueued_at: iso(entry.enqueuedAt),
    is_alive: entry.isAlive,
    queue_id: queue.id,
    queue_position: position,
    wait_time_secs: secondsBetween(entry.enqueuedAt, world.clock.now()),
  };
}

const withoutNulls = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** A call control application (DOMAIN §1.6); limits that are not set are left out. */
export function applicationView(application: Application): Record<string, unknown> {
  const { settings } = application;
  return {
    record_type: 'call_control_application',
    id: application.id,
    ...settings,
    webhook_event_failover_url:
      settings.webhook_event_failover_url === '' ? null : settings.webhook_event_failover_url,
    inbound: withoutNulls(settings.inbound),
    outbound: withoutNulls(settings.outbound),
    created_at: iso(application.createdAt),
    updated_at: iso(application.updatedAt),
  };
}

/** A saved recording (DOMAIN §1.7). */
export function recordingView(world: World, recording: Recording): Record<string, unknown> {
  const { conference } = recording;
  const { owner } = conference;
  const endedAt = recording.endedAt ?? recording.startedAt;
  return {
    record_type: 'recording',
    id: recording.id,
    call_control_id: owner.callControlId,
    call_leg_id: owner.callLegId,
    call_session_id: owner.callSessionId,
    conference_id: conference.id,
    connection_id: conference.connectionId,
    channels: recording.channels,
    created_at: iso(endedAt),
    updated_at: iso(endedAt),
    recording_started_at: iso(recording.startedAt),
    recording_ended_at: iso(endedAt),
    duration_millis: Math.round(recording.lengthMs),
    download_urls: recordingUrls(world, recording),
    from: owner.from,
    to: owner.to,
    source: 'conference',
    status: 'completed',
    initiated_by: 'StartConferenceRecordingAPI',
  };
}

/** A webhook's delivery with its attempts, newest first (DOMAIN §1.9). */
export function deliveryView(delivery: Delivery): Record<string, unknown> {
  const { event } = delivery;
  return {
    id: delivery.id,
    record_type: 'webhook_delivery',
    user_id: '00000000-0000-4000-8000-000000000001',
    status: delivery.state,
    started_at: iso(delivery.createdAt),
    ...(delivery.finishedAt !== null && { finished_at: iso(delivery.finishedAt) }),
    webhook: {
      record_type: 'event',
      event_type: event.type,
      id: event.id,
      occurred_at: event.occurredAt,
      payload: event.payload,
    },
    attempts: delivery.attempts.toReversed().map((attempt) => ({
      status: attempt.delivered ? 'delivered' : 'failed',
      started_at: iso(attempt.startedAt),
      finished_at: iso(attempt.finishedAt),
      errors: attempt.delivered || attempt.response !== null ? [] : [0],
      http: {
        request: { url: attempt.url, headers: attempt.requestHeaders },
        ...(attempt.response !== null && { response: attempt.response }),
      },
    })),
  };
}
