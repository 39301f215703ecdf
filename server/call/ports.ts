import type { CallCommand } from '@/lib/domain/call/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** The phone network, as far as single legs need it. */
export interface CallCarrier {
  run(id: CallControlId, command: CallCommand, commandId: CommandId): Promise<CarrierAnswer>;
}
