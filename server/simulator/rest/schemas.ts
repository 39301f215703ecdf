import { z } from 'zod';
import { regions, supervisorRoles } from '../network/world';

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
    park_after_unbridge: z.enum(['self']).optional(),
    ...ringing,
    ...stateful,
  }),
  plain: z.object(stateful),
  reject: z.object({ cause: z.enum(['CALL_REJECTED', 'USER_BUSY']), ...stateful }),
  transfer: z.object({
    to: id,
    from: id.optional(),
    from_display_name: z.string().max(128).optional(),
    park_after_unbridge: z.enum(['self']).optional(),
    target_leg_client_state: clientState,
    ...ringing,
    ...stateful,
  }),
  bridge: z.object({
    call_control_id: id.optional(),
    queue: id.optional(),
    park_after_unbridge: z.enum(['self']).optional(),
    ...stateful,
  }),
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
