import type { CallControlId, CommandId, ConferenceId } from '../ids';
import type { Party } from '../party';
import type { Micros } from '../stamp';
import type { CallCommand } from './command';
import type { CallSupervisorRole } from './command-fields';

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

/** What every call webhook says of its leg (DOMAIN §2.1, L7). */
export interface LegIdentity {
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  readonly connectionId: string | null;
  readonly party: Party;
}

/** What is played, as the carrier names it. */
export interface PlayedMedia {
  readonly mediaUrl: string | null;
  readonly mediaName: string | null;
}

/** How far a referral has come (DOMAIN §2.4). */
export type ReferPhase = 'started' | 'completed' | 'failed';

interface InConference {
  readonly conferenceId: ConferenceId;
}

/** Everything that can happen to one call leg. */
export type CallEvent =
  | Event<'call.initiated', LegIdentity>
  | Event<'call.answered', LegIdentity>
  | Event<'call.bridged', LegIdentity>
  | Event<'call.hangup', LegIdentity & { cause: string | null; source: string | null }>
  | Event<'call.dtmf.received', LegIdentity & { digit: string }>
  | Event<'call.gather.ended', LegIdentity & { digits: string; status: string | null }>
  | Event<'call.enqueued', LegIdentity & { queue: string; position: number | null }>
  | Event<
      'call.dequeued',
      LegIdentity & { queue: string; reason: string | null; waitedSeconds: number | null }
    >
  | Event<'call.playback.started', LegIdentity & PlayedMedia>
  | Event<'call.playback.ended', LegIdentity & PlayedMedia & { status: string | null }>
  | Event<'call.speak.started', LegIdentity>
  | Event<'call.speak.ended', LegIdentity & { status: string | null }>
  | Event<'call.referred', LegIdentity & { phase: ReferPhase; sipResponse: number | null }>
  /** Rostrum dialled it: whom it supervises, where it was dialled for that. */
  | Event<
      'call.dialled',
      {
        party: Party;
        connectionId: string;
        supervises: CallControlId | null;
        role: CallSupervisorRole | null;
      }
    >
  /** The carrier lists it and nobody has told of it: when it began, as far as its length tells. */
  | Event<
      'call.found',
      {
        callLegId: string | null;
        callSessionId: string | null;
        connectionId: string;
        startedAt: Micros;
        isUp: boolean;
      }
    >
  /** A command of ours to the other call connects the two, once the carrier says `call.bridged`. */
  | Event<'call.paired', { callControlId: CallControlId }>
  | Event<
      'participant.joined',
      InConference & { callLegId: string | null; connectionId: string | null }
    >
  | Event<'participant.left', InConference>
  /** Rostrum dialled it for somebody who supervises. */
  | Event<'call.supervises', { supervisionId: CommandId }>
  | Event<'command.sent', { command: CallCommand }>
  | Event<'command.accepted'>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>
  | Event<'command.unknown', { detail: string }>;
