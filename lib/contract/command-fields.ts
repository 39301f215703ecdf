import { z } from 'zod';
import { callSupervisorRoles, dtmfMutes, targetLegs } from '@/lib/domain/call/command-fields';
import { beeps, supervisorRoles } from '@/lib/domain/conference/command-fields';
import { carrierRegions } from '@/lib/domain/conference/region';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import { supervisingRoles } from '@/lib/domain/supervision/command';
import { speechLanguages } from '@/lib/domain/speech';
import {
  e164,
  gatheredDigits,
  isCallable,
  limits,
  sendableDigits,
  sipAddress,
  voiceName,
} from './forms/limits';

/** A leg's address: an opaque token of the carrier. */
export const callControlId = z
  .string()
  .min(1)
  .max(512)
  .transform((id) => id as CallControlId);
/** A number that can be called. */
export const phone = z
  .string()
  .regex(e164, 'Give a number as +, country code and digits: +13125550100');
/** A SIP address. */
const sip = z
  .string()
  .max(limits.address.maxLength)
  .regex(sipAddress, 'Give a SIP address as sip:name@example.com');
/** A number or a SIP address that can be called. */
export const callable = z
  .string()
  .max(limits.address.maxLength)
  .refine(
    isCallable,
    'Give a number as +, country code and digits, or an address as sip:name@example.com',
  );

const legList = z
  .array(callControlId)
  .max(limits.legs.max)
  .transform((ids) => [...new Set(ids)]);
/** Legs that are named, each once. */
export const someLegs = z
  .array(callControlId)
  .min(1, 'Choose at least one participant: an empty list would mean everyone to the carrier')
  .max(limits.legs.max)
  .transform((ids) => [...new Set(ids)]);

/** A text of so many characters. */
export const text = ({ minLength, maxLength }: { minLength: number; maxLength: number }) =>
  z.string().min(minLength).max(maxLength);
/** Whether a queue may be called so: its name is a part of addresses, in which dots alone lead elsewhere. */
export const fitsAddresses = (name: string) => !/^\.{1,2}$/.test(name.trim());
/** What to say of a name that may not be. */
export const unfitName = 'Give the queue a name that is more than dots';
/** The name of a queue that is to be, or that is. */
export const queueName = text(limits.queue)
  .refine((name) => name.trim() !== '', 'Give the queue a name')
  .refine(fitsAddresses, unfitName);
/** A whole number between two others. */
export const whole = ({ min, max }: { min: number; max: number }) =>
  z.number().int().min(min).max(max);
const link = z
  .url({ protocol: /^https?$/, error: 'Give a link that begins with https://' })
  .max(limits.link.maxLength)
  .optional();
const mediaName = text(limits.mediaName).optional();
const clientState = text(limits.clientState).optional();
const beep = z.enum(beeps).optional();
const role = z.enum(supervisorRoles);
const media = { audioUrl: link, mediaName };
const recordingId = text(limits.recordingId).optional();

type Bag = Readonly<Record<string, unknown>>;
type Check = [(fields: Bag) => boolean, { error: string; path: string[] }];
const notBoth = (a: string, b: string): Check => [
  (fields: Bag) => fields[a] === undefined || fields[b] === undefined,
  { error: `Give ${a} or ${b}, not both`, path: [b] },
];
const oneOf = (a: string, b: string): Check => [
  (fields: Bag) => (fields[a] === undefined) !== (fields[b] === undefined),
  { error: `Give either ${a} or ${b}`, path: [a] },
];
/** A link or a stored file, not both. */
export const onlyOneMedia = notBoth('audioUrl', 'mediaName');

/** How somebody enters a conference. */
export const entrance = {
  ...media,
  mute: z.boolean().default(false),
  hold: z.boolean().default(false),
  role: role.default('none'),
  whisperTo: legList.default([]),
  beep,
  endConferenceOnExit: z.boolean().default(false),
  softEndConferenceOnExit: z.boolean().default(false),
  startConferenceOnEnter: z.boolean().default(false),
};
const dialling = {
  fromDisplayName: text(limits.fromDisplayName).optional(),
  timeoutSecs: whole(limits.timeoutSecs).default(30),
  timeLimitSecs: whole(limits.timeLimitSecs).default(14_400),
  clientState,
};
const unbridging = {
  parkAfterUnbridge: z.boolean().optional(),
  muteDtmf: z.enum(dtmfMutes).optional(),
};
const invited = z.strictObject({ to: phone, label: text(limits.label).nullable().default(null) });

const voiceSettings = z
  .object({
    type: z.enum([
      ...['elevenlabs', 'telnyx', 'aws', 'minimax', 'azure', 'rime', 'resemble', 'inworld', 'xai'],
    ] as const),
  })
  .catchall(z.union([z.string().max(500), z.number(), z.null()]))
  .optional();

/** Nothing to say beside the command's name. */
export const nothing = z.strictObject({}).default({});
/** Legs, and nothing else. */
export const legs = z.strictObject({ legs: someLegs });

const audience = z.union([z.literal('everyone'), someLegs], {
  error: 'Give "everyone", or a list of at least one participant',
});

/** The fields of each command that has more than legs; every limit is the carrier's (DOMAIN §1.3). */
export const fieldSchemas = {
  hold: z.strictObject({ legs: someLegs, ...media }).refine(...onlyOneMedia),
  remove: z.strictObject({ legs: someLegs, beep }),
  join: z.strictObject({ legs: someLegs, ...entrance, clientState }).refine(...onlyOneMedia),
  setRole: z.strictObject({ legs: someLegs, role, whisperTo: legList.default([]) }),
  update: z
    .strictObject({
      legs: someLegs,
      beep,
      endConferenceOnExit: z.boolean().optional(),
      softEndConferenceOnExit: z.boolean().optional(),
    })
    .refine(
      (fields) => Object.entries(fields).some(([name, it]) => name !== 'legs' && it !== undefined),
      'Give at least one of beep, endConferenceOnExit and softEndConferenceOnExit',
    ),
  invite: z
    .strictObject({
      numbers: z.array(invited).min(1, 'Give at least one number').max(limits.numbers.max),
      from: phone,
      ...dialling,
      ...entrance,
    })
    .refine(...onlyOneMedia)
    .refine(({ numbers }) => new Set(numbers.map(({ to }) => to)).size === numbers.length, {
      error: 'Give each number once',
      path: ['numbers'],
    }),
  label: z.strictObject({
    legs: someLegs,
    label: text(limits.label).nullable(),
    note: text(limits.note).nullable(),
  }),
  markHost: z.strictObject({ legs: someLegs, isHost: z.boolean().nullable() }),
  play: z
    .strictObject({
      legs: audience,
      ...media,
      loop: z.union([z.literal('infinity'), whole(limits.loop)]).default(1),
    })
    .refine(...oneOf('audioUrl', 'mediaName')),
  speak: z.strictObject({
    legs: audience,
    payload: text(limits.payload),
    payloadType: z.enum(['text', 'ssml']).default('text'),
    voice: text(limits.voice).regex(voiceName, 'Name a voice as Provider.Model.Voice'),
    language: z.enum(speechLanguages).optional(),
    voiceSettings,
  }),
  stop: z.strictObject({ legs: audience }),
  sendDigits: z.strictObject({
    legs: audience,
    digits: text(limits.digits).regex(
      sendableDigits,
      'Digits are 0-9, A-D, *, #, and w or W to wait half a second or a whole one',
    ),
    durationMillis: whole(limits.durationMillis).default(250),
    clientState,
  }),
  gather: z
    .strictObject({
      legs: someLegs.refine((ids) => ids.length === 1, 'Ask one participant at a time'),
      ...media,
      invalidAudioUrl: link,
      invalidMediaName: mediaName,
      minimumDigits: whole(limits.gatheredDigits).default(1),
      maximumDigits: whole(limits.gatheredDigits).default(128),
      maximumTries: whole(limits.tries).default(3),
      timeoutMillis: whole(limits.gatherTimeoutMillis).default(60_000),
      initialTimeoutMillis: whole(limits.gatherTimeoutMillis).optional(),
      interDigitTimeoutMillis: whole(limits.gatherTimeoutMillis).default(5_000),
      terminatingDigit: text(limits.terminatingDigit)
        .regex(/^[0-9*#]?$/)
        .default('#'),
      validDigits: text(limits.validDigits).regex(gatheredDigits).default('0123456789#*'),
      stopPlaybackOnDtmf: z.boolean().default(true),
      gatherId: text(limits.gatherId).optional(),
      clientState,
    })
    .refine(...onlyOneMedia)
    .refine(...notBoth('invalidAudioUrl', 'invalidMediaName'))
    .refine(({ minimumDigits, maximumDigits }) => minimumDigits <= maximumDigits, {
      error: 'minimumDigits may not be more than maximumDigits',
      path: ['minimumDigits'],
    }),
  record: z.strictObject({
    format: z.enum(['mp3', 'wav']).default('mp3'),
    channels: z.enum(['single', 'dual']).default('single'),
    playBeep: z.boolean().default(false),
    trimSilence: z.boolean().default(false),
    fileName: text(limits.fileName).optional(),
  }),
  whichRecording: z.strictObject({ recordingId }).default({}),
  stopRecording: z.strictObject({ recordingId, clientState }).default({}),
  muteOnEntry: z.strictObject({ isOn: z.boolean() }),
  setLobby: z.strictObject({ queue: queueName.nullable() }),
  setRegion: z.strictObject({ region: z.enum(carrierRegions).nullable() }),
  create: z
    .strictObject({
      callControlId: callControlId.optional(),
      to: phone.optional(),
      from: phone.optional(),
      ...dialling,
      name: text(limits.name),
      beep: z.enum(beeps).default('never'),
      comfortNoise: z.boolean().default(true),
      startConferenceOnCreate: z.boolean().default(true),
      holdAudioUrl: link,
      holdMediaName: mediaName,
      durationMinutes: whole(limits.durationMinutes).optional(),
      maxParticipants: whole(limits.maxParticipants).default(250),
      region: z.enum(carrierRegions).optional(),
    })
    .refine(...oneOf('callControlId', 'to'))
    .refine(...notBoth('holdAudioUrl', 'holdMediaName'))
    .refine(({ to, clientState: state }) => to !== undefined || state === undefined, {
      error: 'Leave clientState out: it is only for a call that Rostrum dials',
      path: ['clientState'],
    })
    .refine(({ to, from }) => (to === undefined) === (from === undefined), {
      error: 'Give from, the number it is called from, with to',
      path: ['from'],
    }),
};

/** The fields of each command to one call; every limit is the carrier's (DOMAIN §1.4, §1.5). */
export const callFieldSchemas = {
  dial: z
    .strictObject({
      to: callable,
      from: phone,
      ...dialling,
      superviseCallControlId: callControlId.optional(),
      supervisorRole: z.enum(callSupervisorRoles).optional(),
    })
    .refine(
      ({ superviseCallControlId, supervisorRole }) =>
        superviseCallControlId !== undefined || supervisorRole === undefined,
      {
        error: 'Leave supervisorRole out, or give superviseCallControlId, the call to supervise',
        path: ['supervisorRole'],
      },
    ),
  reject: z.strictObject({ cause: z.enum(['CALL_REJECTED', 'USER_BUSY']) }),
  transfer: z
    .strictObject({
      to: callable,
      from: phone.optional(),
      fromDisplayName: dialling.fromDisplayName,
      timeoutSecs: dialling.timeoutSecs,
      timeLimitSecs: dialling.timeLimitSecs,
      ...media,
      ...unbridging,
      digitsOnAnswer: text(limits.digitsOnAnswer)
        .regex(sendableDigits, 'Digits are 0-9, A-D, *, #, w and W')
        .optional(),
    })
    .refine(...onlyOneMedia),
  bridge: z
    .strictObject({
      callControlId: callControlId.optional(),
      queue: queueName.optional(),
      ...unbridging,
      playRingtone: z.boolean().optional(),
      preventDoubleBridge: z.boolean().optional(),
    })
    .refine(...oneOf('callControlId', 'queue')),
  refer: z.strictObject({ sipAddress: sip }),
  sendSipInfo: z
    .strictObject({ contentType: text(limits.contentType), body: text(limits.sipInfo) })
    .refine(({ body }) => new TextEncoder().encode(body).length <= limits.sipInfo.maxLength, {
      error: `Make the body at most ${limits.sipInfo.maxLength} bytes`,
      path: ['body'],
    }),
  enqueue: z.strictObject({
    queue: queueName,
    maxSize: whole(limits.queueSize).optional(),
    maxWaitSecs: whole(limits.queueWaitSecs).optional(),
    keepAfterHangup: z.boolean().default(false),
  }),
  playStart: z
    .strictObject({
      ...media,
      loop: z.union([z.literal('infinity'), whole(limits.loop)]).default(1),
      overlay: z.boolean().optional(),
      targetLegs: z.enum(targetLegs).optional(),
    })
    .refine(...oneOf('audioUrl', 'mediaName')),
  switchSupervisorRole: z.strictObject({ role: z.enum(callSupervisorRoles) }),
};

const supervising = {
  role: z.enum(supervisingRoles),
  whisperTo: legList.default([]),
};

/** The fields of the commands of supervision. */
export const supervisionFieldSchemas = {
  start: z.strictObject({
    conferenceId: z
      .string()
      .min(1)
      .max(200)
      .transform((id) => id as ConferenceId)
      .optional(),
    whom: callControlId,
    to: callable.optional(),
    from: phone.optional(),
    timeoutSecs: whole(limits.timeoutSecs).default(30),
    ...supervising,
  }),
  switchRole: z.strictObject(supervising),
};
