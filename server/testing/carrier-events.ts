/** The carrier's application that the events of tests come from. */
export const testConnectionId = '1494404757140276705';

/** A leg as the carrier writes it: the five fields of every event about one (DOMAIN §2.1). */
export function legFields(leg: string, change: object = {}) {
  return {
    call_control_id: leg,
    call_leg_id: `leg-of-${leg}`,
    call_session_id: `session-of-${leg}`,
    client_state: null,
    connection_id: testConnectionId,
    ...change,
  };
}

const room = 'conference-of-the-board';
const ada = 'v3:ada';
const inRoom = { ...legFields(ada), conference_id: room };
const numbers = { from: '+13125550142', to: '+13125550100' };
const aboutRoom = {
  connection_id: testConnectionId,
  creator_call_session_id: 'session-of-v3:ada',
  conference_id: room,
};
const media = { media_url: 'https://example.test/hold.mp3', media_name: 'hold' };
const sip = { custom_headers: [], sip_headers: [], tags: [] };

/** A payload of every event that Rostrum understands, as documented, times apart (DOMAIN §2.2–2.5). */
export const documentedPayloads = {
  'conference.created': inRoom,
  'conference.ended': { ...inRoom, reason: 'all_left' },
  'conference.participant.joined': inRoom,
  'conference.participant.left': inRoom,
  'conference.floor.changed': inRoom,
  'conference.playback.started': { ...aboutRoom, ...media },
  'conference.playback.ended': { ...aboutRoom, ...media },
  'conference.speak.started': aboutRoom,
  'conference.speak.ended': aboutRoom,
  'conference.participant.playback.started': { ...inRoom, ...aboutRoom, ...media },
  'conference.participant.playback.ended': { ...inRoom, ...aboutRoom, ...media },
  'conference.participant.speak.started': { ...inRoom, ...aboutRoom },
  'conference.participant.speak.ended': { ...inRoom, ...aboutRoom },
  'conference.recording.saved': {
    call_control_id: ada,
    call_session_id: 'session-of-v3:ada',
    client_state: null,
    connection_id: testConnectionId,
    conference_id: room,
    recording_id: 'recording-1',
    channels: 'dual',
    format: 'mp3',
    recording_started_at: '2026-09-01T10:00:00.000000Z',
    recording_ended_at: '2026-09-01T10:30:00.250000Z',
    recording_urls: { mp3: 'https://example.test/1.mp3', wav: null },
    public_recording_urls: { mp3: null, wav: null },
  },
  'call.initiated': {
    ...legFields(ada),
    ...numbers,
    ...sip,
    direction: 'incoming',
    state: 'parked',
    caller_id_name: 'Ada Whitfield',
    start_time: '2026-09-01T09:59:58.000000Z',
    shaken_stir_attestation: 'A',
    shaken_stir_validated: true,
    calling_party_type: 'pstn',
  },
  'call.answered': { ...legFields(ada), ...numbers, ...sip, state: 'answered', codec: 'PCMU' },
  'call.bridged': { ...legFields(ada), ...numbers },
  'call.hangup': {
    ...legFields(ada),
    ...numbers,
    ...sip,
    state: 'hangup',
    hangup_cause: 'normal_clearing',
    hangup_source: 'caller',
    sip_hangup_cause: '200',
    call_quality_stats: null,
    telnyx_error: null,
  },
  'call.dtmf.received': { ...legFields(ada), ...numbers, digit: '#' },
  'call.gather.ended': { ...legFields(ada), ...numbers, digits: '42', status: 'valid' },
  'call.playback.started': { ...legFields(ada), ...media, overlay: false },
  'call.playback.ended': {
    ...legFields(ada),
    ...media,
    overlay: false,
    status: 'completed',
    status_detail: '',
  },
  'call.speak.started': legFields(ada),
  'call.speak.ended': { ...legFields(ada), status: 'completed' },
  'call.refer.started': { ...legFields(ada), ...numbers, sip_notify_response: 100 },
  'call.refer.completed': { ...legFields(ada), ...numbers, sip_notify_response: 200 },
  'call.refer.failed': { ...legFields(ada), ...numbers, sip_notify_response: 603 },
  'call.enqueued': {
    ...legFields(ada),
    queue: 'support',
    current_position: 3,
    queue_avg_wait_time_secs: 42,
  },
  'call.dequeued': {
    ...legFields(ada),
    queue: 'support',
    queue_position: 1,
    reason: 'bridging-in-process',
    wait_time_secs: 61,
  },
} as const satisfies Record<string, object>;

/** An event that Rostrum understands. */
export type CarrierEventType = keyof typeof documentedPayloads;

/** A carrier's time with microseconds (DOMAIN §1.0). */
function carrierTime(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return `${new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19)}.${fraction}Z`;
}

/** What to say otherwise than an event usually does. */
export interface EventChange {
  readonly id?: string;
  /** Microseconds of the carrier's clock. */
  readonly at?: number;
  readonly payload?: object;
  readonly meta?: object;
}

/** A whole delivery of a kind of event, wrapped and dated in `data` as captured ones are. */
export function carrierEvent(type: CarrierEventType, change: EventChange = {}) {
  const { id = `event-of-${type}`, at = 1_789_000_000_123_456, payload = {}, meta = {} } = change;
  return {
    data: {
      record_type: 'event',
      event_type: type,
      id,
      occurred_at: carrierTime(at),
      payload: { ...documentedPayloads[type], ...payload },
    },
    meta: { attempt: 1, delivered_to: 'https://rostrum.test/api/webhooks/telnyx', ...meta },
  };
}
