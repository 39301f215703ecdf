import { beeps, supervisorRoles } from '@/lib/domain/conference/command-fields';
import type { ConferenceCommandType } from '@/lib/domain/conference/command';
import { carrierRegions } from '@/lib/domain/conference/region';
import { speechLanguages } from '@/lib/domain/speech';
import { field, type FormField, more, required } from './field';
import { limits } from './limits';

const people = required('legs', 'people', { max: limits.legs.max });
const audience = required('legs', 'audience', { max: limits.legs.max });
const audioUrl = field('audioUrl', 'link', limits.link);
const mediaName = field('mediaName', 'media', limits.mediaName);
const clientState = more('clientState', 'text', limits.clientState);
const recordingId = more('recordingId', 'text', limits.recordingId);
const gatherTimeout = limits.gatherTimeoutMillis;

const whileHeld = { onlyWith: { name: 'hold', value: 'true' } };
const whileWhispering = { onlyWith: { name: 'role', value: 'whisper' } };

/** How somebody comes into a conference. */
export const entrance: readonly FormField[] = [
  field('mute', 'switch', { preset: false }),
  more('hold', 'switch', { preset: false }),
  // The carrier plays it only to those who come in on hold (DOMAIN §1.3, C8).
  more('audioUrl', 'link', { ...limits.link, ...whileHeld }),
  more('mediaName', 'media', { ...limits.mediaName, ...whileHeld }),
  more('role', 'choice', { options: supervisorRoles, preset: 'none' }),
  more('whisperTo', 'people', { max: limits.legs.max, ...whileWhispering }),
  more('endConferenceOnExit', 'switch', { preset: false }),
  more('softEndConferenceOnExit', 'switch', { preset: false }),
  more('startConferenceOnEnter', 'switch', { preset: false }),
  more('beep', 'choice', { options: beeps }),
];

const callerId = required('from', 'phone');
const dialling: readonly FormField[] = [
  more('fromDisplayName', 'text', limits.fromDisplayName),
  more('timeoutSecs', 'number', { ...limits.timeoutSecs, preset: 30 }),
  more('timeLimitSecs', 'number', { ...limits.timeLimitSecs, preset: 14_400 }),
  clientState,
];

const gathering: readonly FormField[] = [
  required('legs', 'person', { max: 1 }),
  audioUrl,
  mediaName,
  field('minimumDigits', 'number', { ...limits.gatheredDigits, preset: 1 }),
  field('maximumDigits', 'number', { ...limits.gatheredDigits, preset: 128 }),
  field('maximumTries', 'number', { ...limits.tries, preset: 3 }),
  field('timeoutMillis', 'number', { ...gatherTimeout, preset: 60_000 }),
  more('initialTimeoutMillis', 'number', gatherTimeout),
  more('interDigitTimeoutMillis', 'number', { ...gatherTimeout, preset: 5_000 }),
  more('terminatingDigit', 'text', { ...limits.terminatingDigit, preset: '#' }),
  more('validDigits', 'text', { ...limits.validDigits, preset: '0123456789#*' }),
  more('stopPlaybackOnDtmf', 'switch', { preset: true }),
  more('invalidAudioUrl', 'link', limits.link),
  more('invalidMediaName', 'media', limits.mediaName),
  more('gatherId', 'text', limits.gatherId),
  clientState,
];

/** The form of each command: what it asks for, in the order it is asked. */
export const commandForms: Readonly<Record<ConferenceCommandType, readonly FormField[]>> = {
  'participants.mute': [people],
  'participants.unmute': [people],
  'participants.hold': [people, audioUrl, mediaName],
  'participants.unhold': [people],
  'participants.remove': [people, more('beep', 'choice', { options: beeps })],
  'participants.hangUp': [people],
  'participants.join': [
    required('legs', 'call', { max: limits.legs.max }),
    ...entrance,
    clientState,
  ],
  'participants.setRole': [
    people,
    required('role', 'choice', { options: supervisorRoles }),
    field('whisperTo', 'people', { max: limits.legs.max, ...whileWhispering }),
  ],
  'participants.update': [
    people,
    field('endConferenceOnExit', 'switch'),
    field('softEndConferenceOnExit', 'switch'),
    field('beep', 'choice', { options: beeps }),
  ],
  'participants.invite': [
    required('numbers', 'phones', { max: limits.numbers.max }),
    callerId,
    ...entrance,
    ...dialling,
  ],
  'participants.label': [
    people,
    field('label', 'text', limits.label),
    field('note', 'longText', limits.note),
  ],
  'participants.markHost': [people, field('isHost', 'switch')],
  'audio.play': [
    audience,
    audioUrl,
    mediaName,
    field('loop', 'number', { ...limits.loop, preset: 1, orElse: 'infinity' }),
  ],
  'audio.speak': [
    audience,
    required('payload', 'longText', limits.payload),
    field('payloadType', 'choice', { options: ['text', 'ssml'], preset: 'text' }),
    required('voice', 'voice', limits.voice),
    field('language', 'choice', { options: speechLanguages }),
    more('voiceSettings', 'voiceSettings'),
  ],
  'audio.stop': [audience],
  'digits.send': [
    audience,
    required('digits', 'text', limits.digits),
    more('durationMillis', 'number', { ...limits.durationMillis, preset: 250 }),
    clientState,
  ],
  'digits.gather': gathering,
  'recording.start': [
    field('format', 'choice', { options: ['mp3', 'wav'], preset: 'mp3' }),
    field('channels', 'choice', { options: ['single', 'dual'], preset: 'single' }),
    field('playBeep', 'switch', { preset: false }),
    field('trimSilence', 'switch', { preset: false }),
    more('fileName', 'text', limits.fileName),
  ],
  'recording.pause': [recordingId],
  'recording.resume': [recordingId],
  'recording.stop': [recordingId, clientState],
  'conference.muteOnEntry': [required('isOn', 'switch')],
  'conference.setLobby': [field('queue', 'queue', limits.queue)],
  'conference.setRegion': [field('region', 'choice', { options: carrierRegions })],
  'conference.end': [],
};

/** The form that makes a conference: around a call that is up, or one that is dialled for it. */
export const createConferenceForm: readonly FormField[] = [
  required('name', 'text', limits.name),
  field('callControlId', 'call'),
  field('to', 'phone'),
  { ...callerId, isRequired: false },
  ...dialling,
  field('startConferenceOnCreate', 'switch', { preset: true }),
  field('holdAudioUrl', 'link', limits.link),
  field('holdMediaName', 'media', limits.mediaName),
  more('beep', 'choice', { options: beeps, preset: 'never' }),
  more('comfortNoise', 'switch', { preset: true }),
  more('durationMinutes', 'number', limits.durationMinutes),
  more('maxParticipants', 'number', { ...limits.maxParticipants, preset: 250 }),
  more('region', 'choice', { options: carrierRegions }),
];
