import type { CallControlId, CommandId } from '../ids';
import type { Party } from '../party';
import type { SupervisingRole } from '../supervision/command';
import type { RoleWay, SupervisionEnd } from '../supervision/event';
import type { Micros } from '../stamp';
import type { ConferenceCommand } from './command';
import type { ConferenceSettings, InvitedNumber } from './command-fields';
import type { CarrierRegion } from './region';

/** What a read of the conference says (DOMAIN §1.3); the carrier's later word replaces the earlier. */
export interface ConferenceDescription {
  readonly name: string;
  readonly region: string | null;
  readonly connectionId: string | null;
  readonly status: 'init' | 'in_progress' | 'completed';
  readonly createdAt: Micros;
  readonly expiresAt: Micros | null;
  readonly endReason: string | null;
  /** The region that had to be named to find it; absent in events of versions that did not keep it. */
  readonly foundIn?: CarrierRegion | null;
}

/** How far an invitation has come. */
export type InvitationPhase = 'waiting' | 'dialling' | 'answered' | 'joined' | 'busy' | 'failed';

/** What the carrier never tells by webhook and a read of the participants shows (DOMAIN §4.7). */
export interface ParticipantFacts {
  readonly muted: boolean;
  readonly onHold: boolean;
  readonly endConferenceOnExit: boolean;
  readonly softEndConferenceOnExit: boolean;
  readonly whisperTo: readonly CallControlId[];
}

/** Legs that a read found in the same condition, each with the time its stay began. */
export interface ReadGroup {
  readonly facts: ParticipantFacts;
  readonly legs: readonly (readonly [callControlId: CallControlId, stayBeganAt: Micros])[];
}

/** A fact that a read found other than it was known, and that nobody here had asked for. */
export interface ForeignChange {
  readonly callControlId: CallControlId;
  readonly fact: 'muted' | 'onHold';
  readonly value: boolean;
}

/** A recording the carrier has saved (DOMAIN §2.2). */
export interface SavedRecording {
  readonly recordingId: string;
  readonly startedAt: Micros | null;
  readonly endedAt: Micros | null;
  readonly format: string | null;
  readonly channels: string | null;
}

interface OfLeg {
  readonly callControlId: CallControlId;
}

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

interface Media {
  readonly mediaUrl: string | null;
  readonly mediaName: string | null;
}

interface OfLegs {
  readonly legs: readonly CallControlId[];
}

/** What it was made with; the link to what is heard before it starts opens more than the file. */
export type RememberedSettings = Omit<ConferenceSettings, 'holdAudioUrl'>;

/** What moderators say of a conference among themselves: the carrier is not asked. */
export type OwnFact =
  | Event<'participants.labelled', OfLegs & { label: string | null; note: string | null }>
  | Event<'participants.hostMarked', OfLegs & { isHost: boolean | null }>
  | Event<'conference.lobbySet', { queue: string | null }>
  | Event<'conference.regionSet', { region: CarrierRegion | null }>
  | Event<
      'conference.muteOnEntrySet',
      {
        isOn: boolean;
        /** Who was in when it was set, and since when. */
        exempt: readonly (readonly [callControlId: CallControlId, joinedAt: Micros])[];
      }
    >
  | Event<
      'invitations.made',
      { from: string; invitations: readonly (InvitedNumber & { id: string })[] }
    >;

/**
 * What Rostrum notes of somebody who supervises in it; null is what whoever reads may not know, or what
 * is not so yet. The session’s own stream tells the rest.
 */
export type SupervisorFact =
  /** A supervisor is called: this will be their leg. */
  | Event<
      'supervisor.called',
      OfLeg & {
        supervisionId: CommandId;
        whom: CallControlId | null;
        role: SupervisingRole | null;
        whisperTo: readonly CallControlId[];
      }
    >
  | Event<
      'supervisor.roleSet',
      OfLeg & {
        role: SupervisingRole | null;
        whisperTo: readonly CallControlId[];
        how: RoleWay | null;
        isBorneOut: boolean | null;
      }
    >
  /** A change of role showed no effect: they go out and come in again (DOMAIN §4.4). */
  | Event<'supervisor.rejoining', OfLeg>
  | Event<'supervisor.ended', OfLeg & { reason: SupervisionEnd | null }>;

/** Everything that can happen to a conference. */
export type ConferenceEvent =
  | Event<
      'conference.created',
      { connectionId: string | null; callControlId: CallControlId | null }
    >
  | Event<'conference.ended', { reason: string | null }>
  | Event<'conference.described', ConferenceDescription>
  | Event<
      'participant.joined',
      OfLeg & { callLegId: string | null; connectionId: string | null; party: Party | null }
    >
  | Event<'participant.left', OfLeg>
  | Event<'participant.identified', OfLeg & { party: Party }>
  | Event<'participant.hungUp', OfLeg & { cause: string | null; source: string | null }>
  /** It came out of a queue after so many whole seconds. */
  | Event<'participant.waited', OfLeg & { queue: string; seconds: number }>
  | Event<'participant.pressed', OfLeg & { digit: string }>
  | Event<'participant.gathered', OfLeg & { digits: string; status: string | null }>
  | Event<
      'participants.read',
      { asOf: number; groups: readonly ReadGroup[]; foreign: readonly ForeignChange[] }
    >
  | Event<'floor.changed', OfLeg>
  | Event<'playback.started', Media>
  | Event<'playback.ended', Media>
  | Event<'speak.started'>
  | Event<'speak.ended'>
  | Event<'participant.playback.started', OfLeg & Media>
  | Event<'participant.playback.ended', OfLeg & Media>
  | Event<'participant.speak.started', OfLeg>
  | Event<'participant.speak.ended', OfLeg>
  | Event<'recording.saved', SavedRecording>
  | OwnFact
  | SupervisorFact
  | Event<
      'invitation.progressed',
      {
        invitationId: string;
        phase: InvitationPhase;
        callControlId: CallControlId | null;
        reason: string | null;
      }
    >
  | Event<'conference.configured', RememberedSettings>
  | Event<'command.sent', { command: ConferenceCommand }>
  | Event<'command.accepted'>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>
  | Event<'command.unknown', { detail: string }>;
