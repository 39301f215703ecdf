import type { Actor } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';
import { emptyKeyed, type Keyed, valueAt } from '../keyed';
import { mergedParty, type Party, unknownParty } from '../party';
import type { Micros, Stamp, Stamped } from '../stamp';
import type { SupervisingRole } from '../supervision/command';
import type { Ask, ConferenceCommandType, Evidence, LegFact } from './command';
import type { RoleValue } from './command-fields';
import type {
  ConferenceDescription,
  InvitationPhase,
  ParticipantFacts,
  RememberedSettings,
  SavedRecording,
} from './event';
import type { CarrierRegion } from './region';

/** How far a command has come (ARCHITECTURE §4). */
export type CommandPhase =
  'sent' | 'accepted' | 'confirmed' | 'contradicted' | 'superseded' | 'refused' | 'unknown';

/** What our newest command that reached the carrier asked of one fact of one leg. */
export interface Asked<V = boolean> {
  readonly value: V;
  /** What it was before, as far as known: what undoing it would restore. Null where it never was. */
  readonly before: V | null;
  readonly commandId: CommandId;
  readonly actor: Actor | null;
  readonly phase: Exclude<CommandPhase, 'sent' | 'superseded'>;
  /** The number of the event since when a read may judge it. */
  readonly sinceSeq: number;
  /** When the leg's stay began that it was meant for, as far as known then. */
  readonly stayBeganAt: Micros | null;
  /** Reads begun after it that disagreed. */
  readonly doubts: number;
  /** Our clock when reads settled that it was not done; null unless they did. */
  readonly failedAt: Micros | null;
}

/** What our newest commands asked of a leg, fact by fact. */
export type AskedFacts = Readonly<Record<LegFact, Asked | null>> & {
  readonly role: Asked<RoleValue> | null;
};

/** The carrier's word on a leg, as of a read, and when the stay began that it speaks of. */
export interface Seen extends ParticipantFacts {
  readonly stayBeganAt: Micros;
}

/** A call leg that is, or was, or is said to be in the conference. */
export interface Participant {
  readonly callControlId: CallControlId;
  readonly callLegId: string | null;
  readonly connectionId: string | null;
  readonly party: Party;
  readonly joined: Stamp | null;
  readonly firstJoinedAt: Micros | null;
  readonly left: Stamp | null;
  readonly hungUp: Stamped<{
    readonly cause: string | null;
    readonly source: string | null;
  }> | null;
  /** Its newest wait in a queue, in whole seconds; `waitedOf` tells whether it came from there. */
  readonly waited: Stamped<{ readonly queue: string; readonly seconds: number }> | null;
  readonly playback: Stamped<boolean> | null;
  readonly speak: Stamped<boolean> | null;
  /** When something last began to be played, and to be said, to it alone. */
  readonly playbackBegan: Stamp | null;
  readonly speakBegan: Stamp | null;
  readonly seen: Seen | null;
  readonly asked: AskedFacts;
  /** Rostrum's own mark; null: as `isHost` finds by default. */
  readonly hostMark: boolean | null;
  /** What moderators call this person, and what they noted. */
  readonly label: string | null;
  readonly note: string | null;
}

/** One of the newest commands: its legs while it is open, and only their number once it is settled. */
export interface CommandRecord {
  readonly commandId: CommandId;
  readonly type: ConferenceCommandType;
  readonly actor: Actor | null;
  readonly phase: CommandPhase;
  readonly legs: readonly CallControlId[];
  readonly legCount: number;
  /** Whether it is for the whole room. */
  readonly isForAll: boolean;
  /** What it asks of each leg, and how it will show. */
  readonly asks: readonly Ask[];
  readonly evidence: Evidence;
  /** Legs that were so already when it was sent; kept while it is open. */
  readonly already: readonly CallControlId[];
  /** The newest thing heard, when it was sent, of what it waits to hear. */
  readonly heardBefore: Stamp | null;
  /** Whether the digits it asked for have come, or word that there will be none. */
  readonly isAnswered: boolean;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  /** The number of its answer, since when a read may judge it; null until there is one. */
  readonly answeredSeq: number | null;
  /** Reads begun after an unknown outcome that found the room as if nothing had been done. */
  readonly doubts: number;
}

/** One accepted step of recording; times are our clock's, for the carrier reports none. */
export interface RecordingStep {
  readonly to: 'recording' | 'paused' | 'stopped';
  readonly isStart: boolean;
  readonly at: Micros;
  readonly actor: Actor | null;
}

/** Somebody Rostrum calls and brings in. */
export interface Invitation {
  readonly id: string;
  readonly to: string;
  readonly label: string | null;
  readonly actor: Actor | null;
  /** Our clock. */
  readonly askedAt: Micros;
  readonly phase: InvitationPhase;
  /** The leg, once it is dialled. */
  readonly callControlId: CallControlId | null;
  /** Why it failed: the carrier's hang-up cause, or a code of ours. */
  readonly reason: string | null;
}

/** That everybody who comes in from now on is muted. */
export interface MuteOnEntry {
  readonly actor: Actor | null;
  /** Stays that were there when it was set: who is in is let be. */
  readonly exempt: readonly (readonly [callControlId: CallControlId, joinedAt: Micros])[];
}

/** Somebody who supervises in the conference, or did; null where that is not known, or not to be. */
export interface Supervisor {
  /** Their own leg. */
  readonly callControlId: CallControlId;
  readonly supervisionId: CommandId;
  readonly actor: Actor | null;
  readonly whom: CallControlId | null;
  /** The role in force; null before they are in. */
  readonly role: SupervisingRole | null;
  readonly whisperTo: readonly CallControlId[];
  readonly isOver: boolean;
}

/** A conference as its events tell it. */
export interface Conference {
  readonly id: ConferenceId;
  readonly created: Stamped<{
    readonly connectionId: string | null;
    readonly callControlId: CallControlId | null;
  }> | null;
  readonly ended: Stamped<{ readonly reason: string | null }> | null;
  readonly description: ConferenceDescription | null;
  /** Everybody ever heard of, those who left included: a late `joined` brings nobody back. */
  readonly participants: Keyed<Participant>;
  readonly floor: Stamped<CallControlId> | null;
  readonly playback: Stamped<boolean> | null;
  readonly speak: Stamped<boolean> | null;
  /** When something last began to be played, and to be said, to the whole room. */
  readonly playbackBegan: Stamp | null;
  readonly speakBegan: Stamp | null;
  readonly recordingSteps: readonly RecordingStep[];
  readonly recordings: Keyed<Stamped<SavedRecording>>;
  readonly commands: readonly CommandRecord[];
  /** What it was made with, where Rostrum made it. */
  readonly settings: RememberedSettings | null;
  /** The region a moderator said it is in; null where nobody did. */
  readonly regionSaid: CarrierRegion | null;
  /** The queue whose callers wait for this conference. */
  readonly lobby: string | null;
  readonly muteOnEntry: MuteOnEntry | null;
  readonly invitations: Keyed<Invitation>;
  /** Whoever supervises, by their own leg. */
  readonly supervisors: Keyed<Supervisor>;
}

/** A conference nobody has said anything about. */
export function emptyConference(id: ConferenceId): Conference {
  return {
    id,
    created: null,
    ended: null,
    description: null,
    participants: emptyKeyed(),
    floor: null,
    playback: null,
    speak: null,
    playbackBegan: null,
    speakBegan: null,
    recordingSteps: [],
    recordings: emptyKeyed(),
    commands: [],
    settings: null,
    regionSaid: null,
    lobby: null,
    muteOnEntry: null,
    invitations: emptyKeyed(),
    supervisors: emptyKeyed(),
  };
}

const nothingAsked: AskedFacts = {
  muted: null,
  onHold: null,
  present: null,
  endConferenceOnExit: null,
  softEndConferenceOnExit: null,
  role: null,
};

/** A leg nobody has said anything about. */
export function newParticipant(callControlId: CallControlId): Participant {
  return {
    callControlId,
    callLegId: null,
    connectionId: null,
    party: unknownParty,
    joined: null,
    firstJoinedAt: null,
    left: null,
    hungUp: null,
    waited: null,
    playback: null,
    speak: null,
    playbackBegan: null,
    speakBegan: null,
    seen: null,
    asked: nothingAsked,
    hostMark: null,
    label: null,
    note: null,
  };
}

/** The leg, if the conference has heard of it; present or not. */
export function participantOf(
  conference: Conference,
  callControlId: CallControlId,
): Participant | undefined {
  return valueAt(conference.participants, callControlId);
}

/** Whether a leg is, or was, a supervisor’s own. */
export function isSupervisor(conference: Conference, callControlId: CallControlId): boolean {
  return valueAt(conference.supervisors, callControlId) !== undefined;
}

/** The participant with more known about the far end; the same reference when nothing is new. */
export function withParty(participant: Participant, party: Party | null): Participant {
  if (party === null) return participant;
  const merged = mergedParty(participant.party, party);
  return merged === participant.party ? participant : { ...participant, party: merged };
}
