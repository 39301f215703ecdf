import type { CallStatusAnswer } from '@/lib/contract/http';
import type { CallRow } from '@/lib/contract/rows';
import type { Call } from '@/lib/domain/call/call';
import type { CallCommand } from '@/lib/domain/call/command';
import type { DialCommand, DialRequest } from '@/lib/domain/dial/command';
import type { Dial } from '@/lib/domain/dial/dial';
import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { StreamView } from '@/server/log/log';
import type { CommandOrigin, LoggedEvent } from '@/server/log/ports';
import type { CommandOutcome } from '@/server/log/run-command';

/** A call as the carrier lists it among those that are active (DOMAIN §1.5, A1). */
export interface ActiveCall {
  readonly callControlId: CallControlId;
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  readonly durationSecs: number;
}

/** The phone network, as far as single legs need it. Reads throw `CarrierReadError`. */
export interface CallCarrier {
  run(id: CallControlId, command: CallCommand, commandId: CommandId): Promise<CarrierAnswer>;
  /** Calls somebody; the leg, once the carrier has taken it (DOMAIN §1.5, L1). */
  dial(
    asked: DialRequest,
    commandId: CommandId,
  ): Promise<{ readonly answer: CarrierAnswer; readonly leg: CallControlId | null }>;
  /** All active calls of an application, to the last page. */
  listActive(connectionId: string): Promise<readonly ActiveCall[]>;
  /** One call; null where the carrier does not know it, or no more. */
  readStatus(id: CallControlId): Promise<CallStatusAnswer | null>;
}

/** What the routes may ask about calls. */
export interface CallServices {
  /** All that have not ended. */
  live(): readonly CallRow[];
  read(id: CallControlId): Promise<StreamView<Call> | null>;
  events(
    id: CallControlId,
    range: { after?: number | undefined; before?: number | undefined; limit: number },
  ): Promise<readonly LoggedEvent[]>;
  /** What the carrier says of one now; null where it does not know it. Throws `CarrierReadError`. */
  status(id: CallControlId): Promise<CallStatusAnswer | null>;
  /** Null for a call that nobody has ever heard of. */
  run(
    id: CallControlId,
    request: {
      readonly commandId: CommandId;
      readonly command: CallCommand;
      readonly actor: Actor;
      readonly origin: CommandOrigin | null;
    },
  ): Promise<CommandOutcome | null>;
  /** Calls somebody. */
  dial(order: {
    readonly commandId: CommandId;
    readonly command: DialCommand;
    readonly actor: Actor;
    readonly origin: CommandOrigin | null;
  }): Promise<CommandOutcome>;
  /** What became of asking for a call. */
  dialled(id: CommandId): Promise<StreamView<Dial> | null>;
}
