import type Telnyx from 'telnyx';
import type { CallCommand, CallCommandType } from '@/lib/domain/call/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { CallCarrier } from '@/server/call/ports';
import { askCarrier, type Pause } from './carrier-call';

type Run<Type extends CallCommandType> = (
  client: Telnyx,
  id: CallControlId,
  commandId: CommandId,
  fields: Extract<CallCommand, { type: Type }>['fields'],
) => Promise<unknown>;

/** The carrier's call for each command to a leg. */
const calls: { readonly [Type in CallCommandType]: Run<Type> } = {
  'call.answer': (client, id, commandId) =>
    client.calls.actions.answer(id, { command_id: commandId }),
  'call.reject': (client, id, commandId, { cause }) =>
    client.calls.actions.reject(id, { cause, command_id: commandId }),
  'call.hangUp': (client, id, commandId) =>
    client.calls.actions.hangup(id, { command_id: commandId }),
};

/** The carrier behind the port that calls use. */
export function createCallCarrier(client: Telnyx, pause: Pause): CallCarrier {
  return {
    run: (id, command, commandId) => {
      const run = calls[command.type] as Run<CallCommandType>;
      return askCarrier(() => run(client, id, commandId, command.fields), pause);
    },
  };
}
