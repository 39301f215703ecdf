import type { DialCommand, DialFields } from '@/lib/domain/dial/command';
import type { Actor } from '@/lib/domain/event';
import { type CallControlId, callStream, type CommandId, dialStream } from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOrigin } from '@/server/log/ports';
import { type CommandOutcome, runCommand, type ToldCall } from '@/server/log/run-command';
import { type CallCommandParts, readBack } from './run-call-command';

/** A call as somebody, or a rule of somebody's, asks for it. */
export interface DialOrder {
  readonly commandId: CommandId;
  readonly command: DialCommand;
  readonly actor: Actor;
  /** Null for one that a rule gives and not a request. */
  readonly origin: CommandOrigin | null;
}

/**
 * Calls somebody. The intent is written under the command's id before the carrier is asked; once the
 * carrier has given the call an address, the call's own stream begins with who asked for it. The same
 * id makes no second call, here or there (DOMAIN §4.9).
 */
export async function dialCall(parts: CallCommandParts, order: DialOrder): Promise<CommandOutcome> {
  const { commandId, command } = order;
  const { carrier, connectionId, onAnswer } = parts;
  let leg: CallControlId | null = null;
  return runCommand(parts, {
    ...order,
    stream: dialStream(commandId),
    now: parts.now(),
    decide: () =>
      connectionId === null ? { ok: false, code: 'no-application' } : { ok: true, command },
    carry: async ({ fields }): Promise<CarrierAnswer> => {
      const placed = await carrier.dial({ ...fields, connectionId: connectionId ?? '' }, commandId);
      onAnswer(placed.answer);
      leg = placed.leg;
      return placed.answer;
    },
    eventsAfter: () =>
      leg === null ? [] : [{ type: 'dial.placed', data: { callControlId: leg } }],
    toldAfter: () => (leg === null ? [] : [dialled(leg, command.fields, connectionId ?? '')]),
    jobsAfter: (answer) => readBack(parts, answer),
  });
}

function dialled(leg: CallControlId, fields: DialFields, connectionId: string): ToldCall {
  const { from, to, superviseCallControlId: supervises = null, supervisorRole } = fields;
  const party = { from, to, direction: 'outgoing', callerName: null } as const;
  const role = supervises === null ? null : (supervisorRole ?? 'barge');
  const data = { party, connectionId, supervises, role };
  return { call: callStream(leg), event: { type: 'call.dialled', data } };
}
