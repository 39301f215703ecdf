import type { Actor } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';
import { emptyKeyed, type Keyed, valueAt } from '../keyed';
import { mergedParty, type Party, unknownParty } from '../party';
import type { Micros, Stamp, Stamped } from '../stamp';
import type { ConferenceCommandType, LegFact } from './command';
import type { ConferenceDescription, ParticipantFacts, SavedRecording } from './event';

/** How far a command has come (ARCHITECTURE §4). */
export type CommandPhase =
  'sent' | 'accepted' | 'confirmed' | 'contradicted' | 'superseded' | 'refused' | 'unknown';

/** What our newest command that reached the carrier asked of one fact of one leg. */
export interface Asked {
  readonly value: boolean;
  readonly commandId: CommandId;
  readonly actor: Actor | null;
  readonly phase: Exclude<CommandPhase, 'sent' | 'superseded'>;
  /** The number of the event since when a read may judge it. */
  readonly sinceSeq: number;
  /** When the leg's stay began that it was meant for, as far as known then. */
  readonly stayBeganAt: Micros | null;
  /** Reads begun after it that disagreed. */
  readonly doubts: number;
}

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
  readonly playback: Stamped<boolean> | null;
  readonly speak: Stamped<boolean> | null;
  readonly seen: Seen | null;
  readonly asked: Readonly<Record<LegFact, Asked | null>>;
}

/** One of the newest commands: its legs while it is open, and only their number once it is settled. */
export interface CommandRecord {
  readonly commandId: CommandId;
  readonly type: ConferenceCommandType;
  readonly actor: Actor | null;
  readonly phase: CommandPhase;
  readonly legs: readonly CallControlId[];
  readonly legCount: number;
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
  readonly recordingSteps: readonly RecordingStep[];
  readonly recordings: Keyed<Stamped<SavedRecording>>;
  readonly commands: readonly CommandRecord[];
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
    recordingSteps: [],
    recordings: emptyKeyed(),
    commands: [],
  };
}

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
    playback: null,
    speak: null,
    seen: null,
    asked: { muted: null, onHold: null, present: null },
  };
}

/** The leg, if the conference has heard of it; present or not. */
export function participantOf(
  conference: Conference,
  callControlId: CallControlId,
): Participant | undefined {
  return valueAt(conference.participants, callControlId);
}

/** The participant with more known about the far end; the same reference when nothing is new. */
export function withParty(participant: Participant, party: Party | null): Participant {
  if (party === null) return participant;
  const merged = mergedParty(participant.party, party);
  return merged === participant.party ? participant : { ...participant, party: merged };
}
