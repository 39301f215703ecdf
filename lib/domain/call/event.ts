import type { CommandId, ConferenceId } from '../ids';
import type { Party } from '../party';
import type { CallCommand } from './command';

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
