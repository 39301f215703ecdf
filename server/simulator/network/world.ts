import { type Timer, type VirtualClock } from '../engine/clock';
import { type Ids } from '../engine/ids';
import { type Switches } from '../options';
import { createSignedLinks, type SignedLinks } from '../storage/signed-links';

/** The regions a request may name (DOMAIN §4.8). */
export const regions = ['Australia', 'Europe', 'Middle East', 'US'] as const;
/** One of {@link regions}. */
export type Region = (typeof regions)[number];

/** The roles of a supervisor (DOMAIN §4.4). */
export const supervisorRoles = ['barge', 'monitor', 'none', 'whisper'] as const;
/** One of {@link supervisorRoles}. */
export type SupervisorRole = (typeof supervisorRoles)[number];

/** The roles of a leg that was dialled to supervise another; not those of a conference (DOMAIN §4.4). */
export const callSupervisorRoles = ['barge', 'whisper', 'monitor'] as const;
/** One of {@link callSupervisorRoles}. */
export type CallSupervisorRole = (typeof callSupervisorRoles)[number];

/** One sound under way or waiting: played to a room, or to one leg. */
export interface Sound {
  readonly kind: 'playback' | 'speak';
  readonly mediaUrl: string | null;
  readonly mediaName: string | null;
  /** Null for one that never ends by itself. */
  readonly lengthMs: number | null;
}

/** A loudspeaker: one sound at a time, the others wait their turn. */
export interface Speaker {
  current: Sound | null;
  readonly waiting: Sound[];
  timer: Timer | null;
}

/** Digits being collected from one leg. */
export interface Gather {
  readonly gatherId: string | null;
  readonly minimumDigits: number;
  readonly maximumDigits: number;
  readonly terminatingDigit: string;
  readonly validDigits: string;
  readonly timeoutMs: number;
  readonly firstDigitTimeoutMs: number | null;
  readonly betweenDigitsMs: number;
  readonly stopPlaybackOnDtmf: boolean;
  readonly prompt: Sound | null;
  triesLeft: number;
  digits: string;
  timer: Timer | null;
}

/** Where a call's events go instead of to its application, as commands said (DOMAIN §3.4). */
export interface LegWebhooks {
  readonly url: string | null;
  readonly byType: Readonly<Record<string, string>>;
  readonly retriesByType: Readonly<Record<string, readonly number[]>>;
}

/** One call leg (DOMAIN §4.1). Times are virtual milliseconds. */
export interface Leg {
  readonly seq: number;
  readonly callControlId: string;
  readonly callLegId: string;
  readonly callSessionId: string;
  readonly connectionId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly from: string;
  readonly to: string;
  readonly callerName: string;
  readonly startedAt: number;
  state: 'ringing' | 'answered' | 'ended';
  answeredAt: number | null;
  endedAt: number | null;
  /** Base64, as given; null when never set. */
  clientState: string | null;
  participant: Participant | null;
  entry: QueueEntry | null;
  peer: Leg | null;
  parkAfterUnbridge: boolean;
  /** The leg it was dialled to supervise, once it is answered. */
  supervises: { readonly leg: Leg; readonly role: CallSupervisorRole } | null;
  /** Those who supervise it. */
  readonly supervisors: Set<Leg>;
  webhooks: LegWebhooks;
  /** Other destinations of the same dial: the first to answer cancels them. */
  siblings: readonly Leg[];
  /** Somebody has given it a command. */
  commanded: boolean;
  /** What happens when it is answered, in order. */
  readonly whenAnswered: (() => void)[];
  readonly timers: Timer[];
  readonly speaker: Speaker;
  gather: Gather | null;
}

/** One leg's stay in one conference. */
export interface Participant {
  readonly id: string;
  readonly leg: Leg;
  readonly conference: Conference;
  readonly joinedAt: number;
  status: 'joined' | 'left';
  updatedAt: number;
  /** Muted by a command; see {@link isMuted} for what is heard. */
  muted: boolean;
  /** Held by a command. */
  held: boolean;
  /** Held because the conference has not started. */
  waiting: boolean;
  role: SupervisorRole;
  whisperTo: readonly string[];
  endOnExit: boolean;
  softEndOnExit: boolean;
  readonly speaker: Speaker;
}

/** From when on somebody is heard in a recording, or nobody. */
export interface Turn {
  /** Milliseconds of the recording's own sound: pauses do not count. */
  readonly fromMs: number;
  /** Their call control id; null for silence. */
  readonly voice: string | null;
}

/** A recording under way or saved (DOMAIN §4.6). */
export interface Recording {
  readonly id: string;
  readonly conference: Conference;
  readonly format: 'wav' | 'mp3';
  readonly channels: 'single' | 'dual';
  /** Silence at both ends is cut off when it ends. */
  readonly trimmed: boolean;
  readonly startedAt: number;
  endedAt: number | null;
  pausedAt: number | null;
  pausedMs: number;
  /** Who was heard, in order of time: what its sound is made from. */
  turns: Turn[];
  /** How much sound there is in it; 0 until it has ended. */
  lengthMs: number;
  /** The exact size that a WAV was ordered in, by the controls only. */
  readonly orderedBytes: number | null;
}

/** Why a conference ended, in the words of the REST answer. */
export type EndReason = 'all_left' | 'ended_via_api' | 'host_left' | 'time_exceeded';

/** One conference (DOMAIN §4.2). */
export interface Conference {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  readonly connectionId: string;
  readonly owner: Leg;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly maxParticipants: number;
  updatedAt: number;
  status: 'init' | 'in_progress' | 'completed';
  /** After a soft end: nobody may join any more. */
  closing: Leg | null;
  endReason: EndReason | null;
  endedBy: Leg | null;
  /** Who is in, by call control id. */
  readonly present: Map<string, Participant>;
  /** Who is in, by participant id. */
  readonly presentById: Map<string, Participant>;
  /** Who left; kept only where the switch asks for it. */
  readonly left: Participant[];
  /** The call control id that spoke last. */
  floor: string | null;
  /** Who is talking, heard or not; null once they are known to have stopped. */
  talking: Leg | null;
  readonly recordings: Set<Recording>;
  readonly speaker: Speaker;
  expiry: Timer | null;
}

/** A call's place in a queue. */
export interface QueueEntry {
  readonly leg: Leg;
  readonly queue: Queue;
  readonly enqueuedAt: number;
  keepAfterHangup: boolean;
  isAlive: boolean;
  timer: Timer | null;
}

/** One queue (DOMAIN §4.10); the entries stand in the order in which they came. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  maxSize: number;
  readonly entries: Map<string, QueueEntry>;
  /** Sum of the entries' times, so that a mean wait costs the same at any size. */
  enqueuedAtSum: number;
  /** How many have left it, and how long they had waited in all. */
  left: number;
  waitedMsSum: number;
}

/** The settings of an application, in the carrier's words: they go back as they came (DOMAIN §1.6). */
export interface ApplicationSettings {
  readonly application_name: string;
  readonly webhook_event_url: string;
  readonly webhook_event_failover_url: string | null;
  readonly webhook_timeout_secs: number | null;
  readonly webhook_api_version: '1' | '2';
  readonly active: boolean;
  readonly anchorsite_override: string;
  readonly dtmf_type: string;
  readonly first_command_timeout: boolean;
  readonly first_command_timeout_secs: number;
  readonly call_cost_in_webhooks: boolean;
  readonly redact_dtmf_debug_logging: boolean;
  readonly tags: readonly string[];
  readonly inbound: Readonly<Record<string, unknown>>;
  readonly outbound: Readonly<Record<string, unknown>>;
}

/** A call control application: the `connection_id` of calls is its id. */
export interface Application {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  settings: ApplicationSettings;
}

/** One file in the media storage (DOMAIN §1.8). */
export interface Medium {
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  expiresAt: number;
  bytes: Buffer;
  contentType: string;
}

/** Where an event's time stands in the published schema. */
export type TimeIn = 'data' | 'payload' | 'nowhere';

/** Tells the outside world: one signed webhook, after the answer that caused it. */
export type Emit = (type: string, timeIn: TimeIn, payload: Record<string, unknown>) => void;

/** Everything that the carrier knows. */
export interface World {
  readonly clock: VirtualClock;
  readonly ids: Ids;
  readonly switches: Switches;
  readonly connectionId: string;
  /** Where the account's webhooks go at the start: the address, and the one to fall back to. */
  readonly webhookUrls: readonly string[];
  readonly emit: Emit;
  /** Prefix of the addresses of recordings. */
  mediaUrl: string;
  /** Makes those addresses good for a while. */
  readonly links: SignedLinks;
  nextSeq: number;
  /** All legs that can be asked about: alive, or ended less than ten minutes ago. */
  readonly legs: Map<string, Leg>;
  readonly aliveLegs: Map<string, Leg>;
  readonly conferences: Map<string, Conference>;
  readonly activeByName: Map<string, Conference>;
  readonly queues: Map<string, Queue>;
  readonly applications: Map<string, Application>;
  /** Saved recordings. */
  readonly recordings: Map<string, Recording>;
  /** Stored files by name, those too whose time is over and whom nobody has asked for since. */
  readonly media: Map<string, Medium>;
}

/** The parts of a {@link World} that it does not make itself. */
export type WorldParts = Pick<
  World,
  'clock' | 'ids' | 'switches' | 'connectionId' | 'webhookUrls' | 'emit'
>;

/** A world in which nothing has happened yet. */
export function createWorld(parts: WorldParts): World {
  return {
    ...parts,
    mediaUrl: '',
    links: createSignedLinks(parts.clock),
    nextSeq: 1,
    legs: new Map(),
    aliveLegs: new Map(),
    conferences: new Map(),
    activeByName: new Map(),
    queues: new Map(),
    applications: new Map(),
    recordings: new Map(),
    media: new Map(),
  };
}

/** Forgets everything, without a word to anybody. */
export function clearWorld(world: World): void {
  world.legs.clear();
  world.aliveLegs.clear();
  world.conferences.clear();
  world.activeByName.clear();
  world.queues.clear();
  world.applications.clear();
  world.recordings.clear();
  world.media.clear();
}

/** A loudspeaker that is silent. */
export const silentSpeaker = (): Speaker => ({ current: null, waiting: [], timer: null });

/** Whether nobody hears them: muted, monitoring, or whispering to no one (DOMAIN §4.4). */
export const isMuted = (participant: Participant): boolean =>
  participant.muted ||
  participant.role === 'monitor' ||
  (participant.role === 'whisper' && participant.whisperTo.length === 0);

/** Whether they are on hold, by command or because the conference has not started. */
export const isHeld = (participant: Participant): boolean =>
  participant.held || participant.waiting;

/** Whether they count as a supervisor. */
export const isSupervisor = (participant: Participant): boolean =>
  participant.role === 'monitor' || participant.role === 'whisper';
