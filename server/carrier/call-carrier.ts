import Telnyx from 'telnyx';
import type { CallCommand, CallCommandType } from '@/lib/domain/call/command';
import type { BridgeFields, TransferFields } from '@/lib/domain/call/command-fields';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import type { ActiveCall, CallCarrier } from '@/server/call/ports';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { activeCall, callStatus, nextCursorOf } from './call-wire';
import { askCarrier, type Pause, readCarrier } from './carrier-call';
import { given, mediaWords } from './conference-words';
import { dial } from './dial';
import type { Throttle } from './throttle';

type Run<Type extends CallCommandType> = (
  client: Telnyx,
  id: CallControlId,
  commandId: CommandId,
  fields: Extract<CallCommand, { type: Type }>['fields'],
) => Promise<unknown>;

/** The carrier's call for each command to a leg: a closed table, never a path handed through. */
const calls: { readonly [Type in CallCommandType]: Run<Type> } = {
  'call.answer': (client, id, commandId) =>
    client.calls.actions.answer(id, { command_id: commandId }),
  'call.reject': (client, id, commandId, { cause }) =>
    client.calls.actions.reject(id, { cause, command_id: commandId }),
  'call.hangUp': (client, id, commandId) =>
    client.calls.actions.hangup(id, { command_id: commandId }),
  'call.transfer': (client, id, commandId, fields) =>
    client.calls.actions.transfer(id, {
      to: fields.to,
      timeout_secs: fields.timeoutSecs,
      time_limit_secs: fields.timeLimitSecs,
      command_id: commandId,
      ...mediaWords(fields),
      ...unbridgingWords(fields),
      ...given({
        from: fields.from,
        from_display_name: fields.fromDisplayName,
        send_digits_on_answer: fields.digitsOnAnswer,
      }),
    }),
  'call.bridge': (client, id, commandId, fields) =>
    client.calls.actions.bridge(id, {
      ...bridgeTarget(fields),
      command_id: commandId,
      ...unbridgingWords(fields),
      ...given({
        play_ringtone: fields.playRingtone,
        prevent_double_bridge: fields.preventDoubleBridge,
      }),
    }),
  'call.refer': (client, id, commandId, { sipAddress }) =>
    client.calls.actions.refer(id, { sip_address: sipAddress, command_id: commandId }),
  'call.sendSipInfo': (client, id, commandId, { contentType, body }) =>
    client.calls.actions.sendSipInfo(id, {
      content_type: contentType,
      body,
      command_id: commandId,
    }),
  'call.enqueue': (client, id, commandId, { queue, keepAfterHangup, maxSize, maxWaitSecs }) =>
    client.calls.actions.enqueue(id, {
      queue_name: queue,
      keep_after_hangup: keepAfterHangup,
      command_id: commandId,
      ...given({ max_size: maxSize, max_wait_time_secs: maxWaitSecs }),
    }),
  'call.leaveQueue': (client, id, commandId) =>
    client.calls.actions.leaveQueue(id, { command_id: commandId }),
  'call.playStart': (client, id, commandId, fields) =>
    client.calls.actions.startPlayback(id, {
      loop: fields.loop,
      command_id: commandId,
      ...mediaWords(fields),
      ...given({ overlay: fields.overlay, target_legs: fields.targetLegs }),
    }),
  'call.playStop': (client, id, commandId) =>
    client.calls.actions.stopPlayback(id, { stop: 'all', command_id: commandId }),
  // It takes no command_id (DOMAIN §1.5, L11): the same role twice is the same role.
  'call.switchSupervisorRole': (client, id, _commandId, { role }) =>
    client.calls.actions.switchSupervisorRole(id, { role }),
};

const pageSize = 250;

/** What the adapter for single calls is built of. */
export interface CallCarrierParts {
  readonly client: Telnyx;
  readonly throttle: Throttle;
  readonly pause: Pause;
}

/** The carrier behind the port that calls use. */
export function createCallCarrier(parts: CallCarrierParts): CallCarrier {
  const { client, throttle, pause } = parts;
  const read = async <T>(call: () => Promise<T>): Promise<T | null> => {
    await throttle.take();
    return readCarrier(call);
  };
  return {
    run: (id, command, commandId) => {
      const run = calls[command.type] as Run<CallCommandType>;
      return askCarrier(() => run(client, id, commandId, command.fields), pause);
    },
    dial: (asked, commandId) => dial(parts, asked, commandId),
    listActive: async (connectionId) => {
      const found: ActiveCall[] = [];
      let after: string | null = null;
      do {
        // The client's own walk through the pages never ends here (DOMAIN §1.1).
        const query = { 'page[limit]': pageSize, ...given({ 'page[after]': after ?? undefined }) };
        const page = await read(async () => {
          const { data, meta } = await client.connections.listActiveCalls(
            connectionId,
            query as object,
          );
          return { data, meta };
        });
        // A list that vanishes between its pages is not an empty list.
        if (page === null) throw new CarrierReadError('failed', 'The list is no longer there');
        found.push(...page.data.map(activeCall));
        const next = nextCursorOf(page.meta);
        if (next !== null && next === after)
          throw new CarrierReadError('failed', 'The list does not go on');
        after = next;
      } while (after !== null);
      return found;
    },
    readStatus: async (id) => {
      const answer = await read(() => client.calls.retrieveStatus(id).catch(nullWhereUnknown));
      return answer === null ? null : callStatus(answer.data);
    },
  };
}

// Of a call it does not know the carrier says 422 and not 404 (DOMAIN §4.1).
function nullWhereUnknown(error: unknown): null {
  if (error instanceof Telnyx.UnprocessableEntityError) return null;
  throw error;
}

function unbridgingWords({ parkAfterUnbridge, muteDtmf }: BridgeFields | TransferFields) {
  return given({
    park_after_unbridge: parkAfterUnbridge === true ? 'self' : undefined,
    mute_dtmf: muteDtmf,
  });
}

type BridgeParams = Parameters<Telnyx['calls']['actions']['bridge']>[1];

// The client asks for another call where the carrier takes a queue as well (DOMAIN §1.5, L7).
function bridgeTarget({ callControlId, queue }: BridgeFields): BridgeParams {
  const target =
    callControlId === undefined ? { queue } : { call_control_id_to_bridge_with: callControlId };
  return target as BridgeParams;
}
