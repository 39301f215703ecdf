import type { CallControlId } from '../ids';
import type { CarrierRegion } from './region';

/** When a beep tells of a coming or a going (DOMAIN §1.3). */
export const beeps = ['always', 'never', 'onEnter', 'onExit'] as const;
/** One of them. */
export type Beep = (typeof beeps)[number];

/** What a supervisor hears and who hears them (DOMAIN §4.4); `barge` is the same as `none`. */
export const supervisorRoles = ['none', 'monitor', 'whisper', 'barge'] as const;
/** One of them. */
export type SupervisorRole = (typeof supervisorRoles)[number];

/** A role, and whom one who whispers is heard by; nobody means that they only listen. */
export interface RoleValue {
  readonly role: SupervisorRole;
  readonly whisperTo: readonly CallControlId[];
}

/** The legs a command names. */
export interface Legs {
  /** Never empty: to the carrier an empty list means everyone (DOMAIN §4.5). */
  readonly legs: readonly CallControlId[];
  /**
   * How many of them were so already when it was judged, as far as known; left out for none. They
   * are asked all the same: what we believe may be what is wrong.
   */
  readonly already?: number | undefined;
  /** Whether those stand last; absent in events of versions that did not put them there. */
  readonly isAlreadyLast?: boolean | undefined;
}

/** Whom a sound or digits are for; the whole room has to be named, never meant by naming nobody. */
export interface Audience {
  readonly legs: 'everyone' | readonly CallControlId[];
}

/** What is played: a link, or the name of a file in the carrier's media storage; never both. */
export interface Media {
  readonly audioUrl?: string | undefined;
  readonly mediaName?: string | undefined;
}

interface ClientState {
  /** Comes back in later webhooks; only for legs that Rostrum dialled. */
  readonly clientState?: string | undefined;
}

/** How somebody enters (DOMAIN §1.3, C7); media is what one on hold hears. */
export interface Entrance extends Media {
  readonly mute: boolean;
  readonly hold: boolean;
  readonly role: SupervisorRole;
  readonly whisperTo: readonly CallControlId[];
  /** Left out: as the conference has it. */
  readonly beep?: Beep | undefined;
  readonly endConferenceOnExit: boolean;
  readonly softEndConferenceOnExit: boolean;
  readonly startConferenceOnEnter: boolean;
}

/** Legs to bring in, and how. */
export interface JoinFields extends Legs, Entrance, ClientState {}

/** What may be changed of legs that are in (DOMAIN §1.3, C6); what is left out stays. */
export interface UpdateFields extends Legs {
  readonly beep?: Beep | undefined;
  readonly endConferenceOnExit?: boolean | undefined;
  readonly softEndConferenceOnExit?: boolean | undefined;
}

/** Something to play (DOMAIN §1.3, C14). */
export interface PlayFields extends Audience, Media {
  readonly loop: number | 'infinity';
}

/** What a voice's provider can be told; which names it has depends on `type` (DOMAIN §1.3, C15). */
export interface VoiceSettings {
  readonly type: string;
  readonly [setting: string]: string | number | null;
}

/** Something to say (DOMAIN §1.3, C15). */
export interface SpeakFields extends Audience {
  readonly payload: string;
  readonly payloadType: 'text' | 'ssml';
  readonly voice: string;
  readonly language?: string | undefined;
  readonly voiceSettings?: VoiceSettings | undefined;
}

/** Digits to send (DOMAIN §1.3, C22). */
export interface SendDigitsFields extends Audience, ClientState {
  readonly digits: string;
  readonly durationMillis: number;
}

/** A question to one leg that is answered with keys (DOMAIN §1.3, C23). */
export interface GatherFields extends Legs, Media, ClientState {
  readonly invalidAudioUrl?: string | undefined;
  readonly invalidMediaName?: string | undefined;
  readonly minimumDigits: number;
  readonly maximumDigits: number;
  readonly maximumTries: number;
  readonly timeoutMillis: number;
  readonly initialTimeoutMillis?: number | undefined;
  readonly interDigitTimeoutMillis: number;
  readonly terminatingDigit: string;
  readonly validDigits: string;
  readonly stopPlaybackOnDtmf: boolean;
  readonly gatherId?: string | undefined;
}

/** How a recording is to be made (DOMAIN §1.3, C17). */
export interface RecordingOptions {
  readonly format: 'wav' | 'mp3';
  readonly channels: 'single' | 'dual';
  readonly playBeep: boolean;
  readonly trimSilence: boolean;
  readonly fileName?: string | undefined;
}

/** Which recording; left out, the one that runs. */
export interface WhichRecording {
  readonly recordingId?: string | undefined;
}

/** The end of a recording. */
export interface StopRecordingFields extends WhichRecording, ClientState {}

/** A number to call, and what to call whoever answers. */
export interface InvitedNumber {
  /** E.164. */
  readonly to: string;
  readonly label: string | null;
}

/** How a number is called (DOMAIN §1.5, L1). */
export interface DialOptions extends ClientState {
  /** E.164; one of the account's own numbers. */
  readonly from: string;
  readonly fromDisplayName?: string | undefined;
  /** Seconds that it may ring. */
  readonly timeoutSecs: number;
  /** Seconds that the call may last. */
  readonly timeLimitSecs: number;
}

/** Numbers to call and bring in, each on its own. */
export interface InviteFields extends DialOptions, Entrance {
  readonly numbers: readonly InvitedNumber[];
}

/** What a conference is made with, as the carrier's answers never tell it again (DOMAIN §1.3, C2). */
export interface ConferenceSettings {
  readonly name: string;
  readonly beep: Beep;
  readonly comfortNoise: boolean;
  readonly startConferenceOnCreate: boolean;
  readonly holdAudioUrl?: string | undefined;
  readonly holdMediaName?: string | undefined;
  /** Left out: until nobody is in it, or the carrier's four hours. */
  readonly durationMinutes?: number | undefined;
  readonly maxParticipants: number;
  /** Left out: the account's own. */
  readonly region?: CarrierRegion | undefined;
}
