import type { CallCommand } from '@/lib/domain/call/command';
import { decide } from '@/lib/domain/call/decide';
import type { Actor } from '@/lib/domain/event';
import { type CallControlId, callStream, type CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOrigin, JobRecord } from '@/server/log/ports';
import {
  type CommandBooks,
  type CommandOutcome,
  runCommand,
  type ToldCall,
} from '@/server/log/run-command';
import type { CallCarrier } from './ports';
import { callReconcileJob } from './reconcile-job';

/** What running a command to a leg needs. */
export interface CallCommandParts extends CommandBooks {
  readonly carrier: CallCarrier;
  /** The application that Rostrum dials from, and whose calls it reads; null without one. */
  readonly connectionId: string | null;
  readonly now: () => Micros;
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

/** Runs one command to one leg; null when nobody has ever heard of the leg. */
export async function runCallCommand(
  parts: CallCommandParts,
  callControlId: CallControlId,
  request: {
    readonly commandId: CommandId;
    readonly command: CallCommand;
    readonly actor: Actor;
    /** Null for one that a rule gives and not a request. */
    readonly origin: CommandOrigin | null;
  },
): Promise<CommandOutcome | null> {
  const stream = callStream(callControlId);
  if ((await parts.log.read(stream)) === null) return null;
  return runCommand(parts, {
    ...request,
    stream,
    now: parts.now(),
    decide: (call) => decide(call, request.command),
    carry: async (command) => {
      const answer = await parts.carrier.run(callControlId, command, request.commandId);
      parts.onAnswer(answer);
      return answer;
    },
    toldAfter: (answer) =>
      answer.kind === 'refused' ? [] : pairedBy(callControlId, request.command),
    jobsAfter: (answer) => readBack(parts, answer),
  });
}

// The webhook of two calls that are connected names neither's other (DOMAIN §2.4).
function pairedBy(id: CallControlId, { type, fields }: CallCommand): readonly ToldCall[] {
  if (type !== 'call.bridge' || fields.callControlId === undefined) return [];
  const other = fields.callControlId;
  return [
    { call: callStream(id), event: { type: 'call.paired', data: { callControlId: other } } },
    { call: callStream(other), event: { type: 'call.paired', data: { callControlId: id } } },
  ];
}

/** The carrier's webhook tells the outcome, where anything does; what it refused or nobody knows is read. */
export function readBack(
  { connectionId, now }: Pick<CallCommandParts, 'connectionId' | 'now'>,
  answer: CarrierAnswer,
): readonly Omit<JobRecord, 'tries'>[] {
  if (answer.kind === 'accepted' || connectionId === null) return [];
  return [callReconcileJob(connectionId, 'doubt', now())];
}
