import { z } from 'zod';
import { callSupervisorRoles, regions, supervisorRoles } from '../network/world';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const id = z.string().min(1);
const ids = z.array(id);
const clientState = z.string().regex(base64, 'The value must be Base64.').optional();
const commandId = z.string().optional();
const region = z.enum(regions).optional();
const beep = z.enum(['always', 'never', 'on_enter', 'on_exit']).optional();
const commanded = { command_id: commandId, region };
const stateful = { client_state: clientState, command_id: commandId };
const recordedFile = { recording_id: id.optional(), ...commanded };

/** A number of rounds from 1 to 100, or no end (DOMAIN §4.5). */
const loop = z
  .union([z.literal('infinity'), z.coerce.number<string | number>().int().min(1).max(100)])
  .default(1);
const media = { audio_url: id.optional(), media_name: id.optional() };

const languages = (
  'arb cmn-CN cy-GB da-DK de-DE en-AU en-GB en-GB-WLS en-IN en-US es-ES es-MX es-US fr-CA fr-FR ' +
  'hi-IN is-IS it-IT ja-JP ko-KR nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sv-SE tr-TR'
).split(' ');

const spoken = {
  payload: z.string().min(1).max(5000),
  voice: z.string().min(1),
  payload_type: z.enum(['text', 'ssml']).default('text'),
  language: z.enum(languages).optional(),
};

const entrance = {
  beep_enabled: beep,
  mute: z.boolean().optional(),
  hold: z.boolean().optional(),
  hold_audio_url: id.optional(),
  hold_media_name: id.optional(),
  start_conference_on_enter: z.boolean().optional(),
  end_conference_on_exit: z.boolean().optional(),
  soft_end_conference_on_exit: z.boolean().optional(),
  supervisor_role: z.enum(supervisorRoles).optional(),
  whisper_call_control_ids: ids.optional(),
};

/** Bodies of the conference family; tables C2 to C23 of DOMAIN §1.3. Unknown fields are let be. */
export const conferenceBodies = {
  create: z.object({
    call_control_id: id,
    name: id,
    beep_enabled: beep,
    comfort_noise: z.boolean().optional(),
    duration_minutes: z.number().int().min(1).optional(),
    hold_audio_url: id.optional(),
    hold_media_name: id.optional(),
    max_participants: z.number().int().min(2).max(800).optional(),
    start_conference_on_create: z.boolean().default(true),
    region,
    ...stateful,
  }),
  patchParticipant: z.object({
    beep_enabled: beep,
    end_conference_on_exit: z.boolean().optional(),
    soft_end_conference_on_exit: z.boolean().optional(),
  }),
  join: z.object({ call_control_id: id, region, ...entrance, ...stateful }),
  leave: z.object({ call_control_id: id, beep_enabled: beep, ...commanded }),
  update: z.object({
    call_control_id: id,
    supervisor_role: z.enum(supervisorRoles),
    whisper_call_control_ids: ids.default([]),
    ...commanded,
  }),
  mute: z.object({ call_control_ids: ids.default([]), region }),
  hold: z.object({ call_control_ids: ids.default([]), region, ...media }),
  unhold: z.object({ call_control_ids: ids.min(1, { message: 'Name each leg.' }), region }),
  play: z.object({ call_control_ids: ids.default([]), loop, region, ...media }),
  speak: z.object({ call_control_ids: ids.default([]), ...spoken, ...commanded }),
  stop: z.object({ call_control_ids: ids.default([]), region }),
  recordStart: z.object({
    format: z.enum(['wav', 'mp3']),
    channels: z.enum(['single', 'dual']).default('single'),
    custom_file_name: z.string().min(1).max(40).optional(),
    play_beep: z.boolean().optional(),
    trim: z.enum(['trim-silence']).optional(),
    ...commanded,
  }),
  recordStop: z.object({ ...recordedFile, client_state: clientState }),
  recordPause: z.object(recordedFile),
  end: z.object({ command_id: commandId }),
  sendDtmf: z.object({
    digits: z.string().regex(/^[0-9A-Da-d*#wW]+$/, 'Digits are 0-9, A-D, *, #, w and W.'),
    call_control_ids: ids.default([]),
    client_state: clientState,
    duration_millis: z.number().int().min(100).max(500).default(250),
  }),
  gather: z.object({
    call_control_id: id,
    client_state: clientState,
    gather_id: z.string().max(100).optional(),
    initial_timeout_millis: z.number().int().min(1).max(120_000).optional(),
    inter_digit_timeout_millis: z.number().int().min(1).max(120_000).default(5000),
    invalid_audio_url: id.optional(),
    invalid_media_name: id.optional(),
    maximum_digits: z.number().int().min(1).max(128).default(128),
    maximum_tries: z.number().int().min(1).max(128).default(3),
    minimum_digits: z.number().int().min(1).max(128).default(1),
    stop_playback_on_dtmf: z.boolean().default(true),
    terminating_digit: z.string().default('#'),
    timeout_millis: z.number().int().min(1).max(120_000).default(60_000),
    valid_digits: z.string().default('0123456789#*'),
    ...media,
  }),
};

const ringing = {
  timeout_secs: z.number().int().min(5).max(600).default(30),
  time_limit_secs: z.number().int().min(30).max(14_400).default(14_400),
  retry_on_timeout: z.boolean().default(true),
};

const conferenceConfig = z.object({
  id: id.optional(),
  conference_name: id.optional(),
  early_media: z.boolean().default(true),
  start_conference_on_create: z.boolean().default(true),
  ...entrance,
});

const address = z.url({ protocol: /^https?$/ }).max(2000);

/** The event types of calls: what a command may give an address of its own (DOMAIN §2.3, §2.4). */
const callEventTypes = new Set(
  (
    'call.initiated call.answered call.hangup call.bridged call.hold call.unhold call.enqueued ' +
    'call.dequeued call.dtmf.received call.gather.ended call.playback.started ' +
    'call.playback.ended call.speak.started call.speak.ended call.recording.saved ' +
    'call.recording.error call.refer.started call.refer.completed call.refer.failed call.cost ' +
    'call.machine.detection.ended call.machine.greeting.ended call.fork.started ' +
    'call.fork.stopped call.transcription streaming.started streaming.stopped streaming.failed'
  ).split(' '),
);
const areEventTypes = (map: object) => Object.keys(map).every((type) => callEventTypes.has(type));
const ofEventTypes = { message: 'The keys must be event types.' };

const MOST_RETRIES_MS = 60_000;
const retries = z
  .array(z.number().int().min(0))
  .max(5)
  .refine((all) => all.reduce((sum, ms) => sum + ms, 0) <= MOST_RETRIES_MS, {
    message: 'The waits may add up to 60000 ms.',
  });

/** Where a call's events go from now on, and how often they are tried (DOMAIN §3.4). */
const webhooks = {
  webhook_url: address.optional(),
  webhook_urls: z.record(z.string(), address).refine(areEventTypes, ofEventTypes).optional(),
  webhook_retries_policies: z
    .record(z.string(), z.object({ retries_ms: retries.default([]) }))
    .refine(areEventTypes, ofEventTypes)
    .optional(),
};

/** Bodies of the recordings family (R4 of DOMAIN §1.2). */
export const recordingBodies = { remove: z.object({ ids: ids.min(1) }) };

/** Bodies of the call family (DOMAIN §1.5) and of the two queue actions on a call (§1.4). */
export const callBodies = {
  dial: z.object({
    connection_id: id,
    from: id,
    to: z.union([id, ids.min(1)]),
    from_display_name: z.string().max(128).optional(),
    conference_config: conferenceConfig.optional(),
    link_to: id.optional(),
    bridge_on_answer: z.boolean().default(false),
    prevent_double_bridge: z.boolean().default(false),
    park_after_unbridge: z.enum(['self']).optional(),
    supervise_call_control_id: id.optional(),
    supervisor_role: z.enum(callSupervisorRoles).default('barge'),
    ...webhooks,
    ...ringing,
    ...stateful,
  }),
  plain: z.object(stateful),
  answer: z.object({ ...webhooks, ...stateful }),
  reject: z.object({ cause: z.enum(['CALL_REJECTED', 'USER_BUSY']), ...stateful }),
  transfer: z.object({
    to: id,
    from: id.optional(),
    from_display_name: z.string().max(128).optional(),
    park_after_unbridge: z.enum(['self']).optional(),
    target_leg_client_state: clientState,
    ...webhooks,
    ...ringing,
    ...stateful,
  }),
  bridge: z.object({
    call_control_id: id.optional(),
    queue: id.optional(),
    park_after_unbridge: z.enum(['self']).optional(),
    prevent_double_bridge: z.boolean().default(false),
    ...stateful,
  }),
  refer: z.object({
    sip_address: z.string().regex(/^sips?:\S+@\S+$/, 'The address must be a SIP URI.'),
    ...stateful,
  }),
  sendSipInfo: z.object({
    // The limit counts bytes, which for a MIME type and what it describes are one each or more.
    content_type: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+/, 'The type must be a MIME type.')
      .max(1400),
    body: z.string().min(1),
    ...stateful,
  }),
  switchRole: z.object({ role: z.enum(callSupervisorRoles) }),
  clientState: z.object({
    client_state: z.string().regex(base64, 'The value must be Base64.'),
  }),
  enqueue: z.object({
    queue_name: z.string().min(1).max(255),
    keep_after_hangup: z.boolean().default(false),
    max_size: z.number().int().min(1).optional(),
    max_wait_time_secs: z.number().int().min(1).optional(),
    ...stateful,
  }),
  playbackStart: z.object({
    loop,
    overlay: z.boolean().optional(),
    playback_content: id.optional(),
    ...media,
    ...stateful,
  }),
  playbackStop: z.object({ stop: z.enum(['current', 'all']).default('all'), ...stateful }),
  speak: z.object({ ...spoken, ...stateful }),
};

/** Bodies of the queue family (DOMAIN §1.4). */
export const queueBodies = {
  create: z.object({
    queue_name: z.string().min(1).max(255),
    max_size: z.number().int().min(1).default(300),
  }),
  update: z.object({ max_size: z.number().int().min(1) }),
  patchCall: z.object({ keep_after_hangup: z.boolean().optional() }),
};

const channelLimit = z.number().int().min(1).nullish();

/** The body of a call control application (DOMAIN §1.6); an update is read with what it leaves out. */
export const applicationBody = z.object({
  application_name: z.string().min(1),
  webhook_event_url: address,
  webhook_event_failover_url: z.union([address, z.literal('')]).nullable(),
  webhook_timeout_secs: z.number().int().min(0).max(30).nullable(),
  webhook_api_version: z.enum(['1', '2']),
  active: z.boolean(),
  anchorsite_override: z.enum([
    'Latency',
    'Chicago, IL',
    'Ashburn, VA',
    'San Jose, CA',
    'London, UK',
    'Chennai, IN',
    'Amsterdam, Netherlands',
    'Toronto, Canada',
    'Sydney, Australia',
  ]),
  dtmf_type: z.enum(['RFC 2833', 'Inband', 'SIP INFO']),
  first_command_timeout: z.boolean(),
  first_command_timeout_secs: z.number().int().min(1),
  call_cost_in_webhooks: z.boolean(),
  redact_dtmf_debug_logging: z.boolean(),
  tags: z.array(z.string()),
  inbound: z.object({
    channel_limit: channelLimit,
    shaken_stir_enabled: z.boolean(),
    sip_subdomain: z.string().nullish(),
    sip_subdomain_receive_settings: z.enum(['only_my_connections', 'from_anyone']),
  }),
  outbound: z.object({ channel_limit: channelLimit, outbound_voice_profile_id: id.nullish() }),
});

const file = z.object({ bytes: z.instanceof(Buffer), contentType: z.string() });
// 20 years (DOMAIN §1.8).
const ttl = z.number().int().min(1).max(630_720_000).optional();

/** Bodies of the media family (DOMAIN §1.8), their file read already. */
export const mediaBodies = {
  upload: z.object({
    media: file,
    media_name: z.string().min(1).max(255).optional(),
    ttl_secs: ttl,
  }),
  update: z.object({ media: file.optional(), ttl_secs: ttl }),
};
