import { type Leg, type Queue, type QueueEntry, type Sound, type World } from './world';

/** How a call ended (DOMAIN §2.4). */
export interface HangupCause {
  readonly cause:
    | 'call_rejected'
    | 'normal_clearing'
    | 'originator_cancel'
    | 'timeout'
    | 'time_limit'
    | 'user_busy'
    | 'not_found'
    | 'no_answer'
    | 'unspecified';
  readonly source: 'caller' | 'callee' | 'unknown';
  readonly sip: string;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** The five fields that every event about a leg has (DOMAIN §2.1). */
export const legFields = (leg: Leg) => ({
  call_control_id: leg.callControlId,
  call_leg_id: leg.callLegId,
  call_session_id: leg.callSessionId,
  connection_id: leg.connectionId,
  client_state: leg.clientState,
});

const numberFields = (leg: Leg) => ({ ...legFields(leg), from: leg.from, to: leg.to });

/** The headers and tags that a real delivery carries even when they are empty. */
const sipFields = () => ({ custom_headers: [], sip_headers: [], tags: [] });

/** What a sound is called by; speech has no name. */
export const soundFields = (sound: Sound) =>
  sound.kind === 'speak' ? {} : { media_url: sound.mediaUrl, media_name: sound.mediaName };

/** `call.initiated`, with the fields that captures show beyond the schema (DOMAIN §2.5). */
export function announceInitiated(world: World, leg: Leg): void {
  const incoming = leg.direction === 'incoming';
  world.emit('call.initiated', 'data', {
    ...numberFields(leg),
    ...sipFields(),
    direction: leg.direction,
    state: incoming ? 'parked' : 'bridging',
    start_time: iso(leg.startedAt),
    caller_id_name: leg.callerName,
    connection_codecs: 'PCMU,PCMA,OPUS',
    offered_codecs: 'PCMU,PCMA',
    shaken_stir_attestation: incoming ? 'A' : '',
    shaken_stir_validated: incoming,
    call_screening_result: '',
    calling_party_type: leg.from.startsWith('sip:') ? 'sip' : 'pstn',
    from_sip_uri: leg.from.startsWith('sip:') ? leg.from.slice(4) : `${leg.from}@sip.carrier.test`,
    to_sip_uri: leg.to.startsWith('sip:') ? leg.to.slice(4) : `${leg.to}@sip.carrier.test`,
  });
}

/** `call.answered`. */
export function announceAnswered(world: World, leg: Leg): void {
  world.emit('call.answered', 'data', {
    ...numberFields(leg),
    ...sipFields(),
    start_time: iso(leg.startedAt),
    state: 'answered',
    codec: 'PCMU',
    sampling_rate: 8000,
    calling_party_type: leg.from.startsWith('sip:') ? 'sip' : 'pstn',
  });
}

const quality = {
  inbound: {
    jitter_max_variance: '12.50',
    jitter_packet_count: '0',
    mos: '4.50',
    packet_count: '2210',
    skip_packet_count: '6',
  },
  outbound: { packet_count: '2204', skip_packet_count: '0' },
};

/** `call.hangup`. */
export function announceHangup(world: World, leg: Leg, { cause, source, sip }: HangupCause): void {
  world.emit('call.hangup', 'data', {
    ...numberFields(leg),
    ...sipFields(),
    start_time: iso(leg.startedAt),
    end_time: iso(leg.endedAt ?? world.clock.now()),
    state: 'hangup',
    hangup_cause: cause,
    hangup_source: source,
    sip_hangup_cause: sip,
    call_quality_stats: leg.answeredAt === null ? null : quality,
    telnyx_error: null,
  });
}

/** `call.bridged`; the peer is not named (DOMAIN §2.4). */
export function announceBridged(world: World, leg: Leg): void {
  world.emit('call.bridged', 'data', numberFields(leg));
}

/** `call.refer.started`, `.completed` or `.failed`, with what the far end's NOTIFY said. */
export function announceRefer(
  world: World,
  leg: Leg,
  phase: 'started' | 'completed' | 'failed',
  sipNotifyResponse: number,
): void {
  world.emit(`call.refer.${phase}`, 'data', {
    ...numberFields(leg),
    sip_notify_response: sipNotifyResponse,
  });
}

/** `call.dtmf.received`, one digit. */
export function announceDigit(world: World, leg: Leg, digit: string): void {
  world.emit('call.dtmf.received', 'data', { ...numberFields(leg), digit });
}

/** `call.gather.ended`. */
export function announceGathered(
  world: World,
  leg: Leg,
  outcome: { digits: string; status: string; gatherId: string | null },
): void {
  world.emit('call.gather.ended', 'data', {
    ...numberFields(leg),
    digits: outcome.digits,
    status: outcome.status,
    ...(outcome.gatherId === null ? {} : { gather_id: outcome.gatherId }),
  });
}

/** How long those now in the queue have waited, on average, in whole seconds. */
export function averageWaitSecs(world: World, queue: Queue): number {
  const size = queue.entries.size;
  if (size === 0) return 0;
  return Math.max(0, Math.round((world.clock.now() - queue.enqueuedAtSum / size) / 1000));
}

/** How long those who have left the queue had waited, on average: what its events tell (DOMAIN §4.10). */
const averageWaitedSecs = ({ left, waitedMsSum }: Queue) =>
  left === 0 ? 0 : Math.round(waitedMsSum / left / 1000);

/** `call.enqueued`. */
export function announceEnqueued(world: World, entry: QueueEntry): void {
  world.emit('call.enqueued', 'data', {
    ...legFields(entry.leg),
    queue: entry.queue.name,
    current_position: entry.queue.entries.size,
    queue_avg_wait_time_secs: averageWaitedSecs(entry.queue),
  });
}

/** `call.dequeued`; `position` is the last place it had, from 1. */
export function announceDequeued(
  world: World,
  entry: QueueEntry,
  position: number,
  reason: string,
): void {
  world.emit('call.dequeued', 'data', {
    ...legFields(entry.leg),
    queue: entry.queue.name,
    queue_position: position,
    reason,
    wait_time_secs: Math.round((world.clock.now() - entry.enqueuedAt) / 1000),
  });
}

/** A sound to one leg outside a conference starts or ends. */
export function announceLegSound(
  world: World,
  leg: Leg,
  sound: Sound,
  phase: { phase: 'started' } | { phase: 'ended'; status: string },
): void {
  const media = sound.kind === 'speak' ? {} : { ...soundFields(sound), overlay: false };
  const end = phase.phase === 'started' ? {} : { status: phase.status };
  const detail = phase.phase === 'ended' && sound.kind === 'playback' ? { status_detail: '' } : {};
  world.emit(`call.${sound.kind}.${phase.phase}`, 'data', {
    ...legFields(leg),
    ...media,
    ...end,
    ...detail,
  });
}
