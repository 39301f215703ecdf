import type { CallCommand } from '@/lib/domain/call/command';
import type { DialRequest } from '@/lib/domain/dial/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** The phone network, as far as single legs need it. */
export interface CallCarrier {
  run(id: CallControlId, command: CallCommand, commandId: CommandId): Promise<CarrierAnswer>;
  /** Calls somebody; the leg, once the carrier has taken it (DOMAIN §1.5, L1). */
  dial(
    asked: DialRequest,
    commandId: CommandId,
  ): Promise<{ readonly answer: CarrierAnswer; readonly leg: CallControlId | null }>;
}
