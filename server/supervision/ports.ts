import type { Actor } from '@/lib/domain/event';
import type { CommandId } from '@/lib/domain/ids';
import type { StartFields, SupervisionCommand } from '@/lib/domain/supervision/command';
import type { Supervision } from '@/lib/domain/supervision/supervision';
import type { CallCarrier } from '@/server/call/ports';
import type { ConferenceCarrier } from '@/server/conference/ports';
import type { StreamView } from '@/server/log/log';
import type { CommandOrigin } from '@/server/log/ports';
import type { CommandOutcome } from '@/server/log/run-command';

/** The phone network, as far as supervising needs it. */
export type SupervisionCarrier = Pick<
  ConferenceCarrier,
  'run' | 'dial' | 'hangUp' | 'readConference' | 'readParticipants'
> & {
  /** Gives the supervisor of a call that is bridged another role (DOMAIN §1.5, L11). */
  readonly runCall: CallCarrier['run'];
};

/** The phones on which people supervise: one for each account. Throws `StoreError`. */
export interface SupervisorPhones {
  /** E.164 or a SIP address; null where none is kept. */
  of(userId: string): Promise<string | null>;
  /** Null forgets it. */
  keep(userId: string, address: string | null): Promise<void>;
}

/** A command about a session, as somebody gives it. */
export interface SupervisionRequest<C extends SupervisionCommand = SupervisionCommand> {
  readonly commandId: CommandId;
  readonly command: C;
  readonly actor: Actor;
  readonly origin: CommandOrigin;
}

/** What the routes may ask about supervising. */
export interface Supervisions {
  readonly phones: SupervisorPhones;
  /** Which phone or number has to be said, because neither the account nor the call tells it; null for none. */
  unsaid(actor: Actor, fields: StartFields): Promise<'to' | 'from' | null>;
  read(id: CommandId): Promise<StreamView<Supervision> | null>;
  /** Begins a session, whose id is that of the command; a job does the rest. */
  start(
    request: SupervisionRequest<Extract<SupervisionCommand, { type: 'supervision.start' }>>,
  ): Promise<CommandOutcome>;
  /** Changes the role of a session, or ends it; null where nobody has heard of it. */
  run(
    id: CommandId,
    request: SupervisionRequest<Exclude<SupervisionCommand, { type: 'supervision.start' }>>,
  ): Promise<CommandOutcome | null>;
}
