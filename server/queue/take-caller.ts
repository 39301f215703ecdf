import type { CallCommand } from '@/lib/domain/call/command';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import type { CallersCommand } from '@/lib/domain/queue/command';
import { isAlive, type Queue, staysOf } from '@/lib/domain/queue/queue';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOutcome } from '@/server/log/run-command';
import type { CallersBody } from './callers-job';
import type { JoinCommand, StepRequest } from './ports';
import type { QueueCommandParts } from './run-queue-command';
import { type StepAnswer, stepAnswerOf } from './step-answer';

// To the carrier a call that waits somewhere already (DOMAIN §4.10).
const waitsAlready = '90038';
// A transferred call may last as long as any (DOMAIN §1.5).
const longestCallSecs = 14_400;

/** One caller of a command, whose turn it is. */
export interface Turn {
  readonly command: CallersCommand;
  readonly leg: CallControlId;
  readonly index: number;
  readonly queue: Queue;
  readonly body: CallersBody;
  /** Whether a process may have begun with it before this one. */
  readonly isAgain: boolean;
}

/** Does with one caller what the command says; `under-way` where another process is at it. */
export function takeCaller(
  parts: QueueCommandParts,
  turn: Turn,
): Promise<StepAnswer | 'under-way'> {
  const { command, leg, body } = turn;
  const { actor, origin } = body;
  switch (command.type) {
    case 'queueCalls.admit': {
      const { conferenceId, ...entrance } = command.fields;
      const join: JoinCommand = {
        type: 'participants.join',
        fields: { ...entrance, legs: [leg] },
      };
      return step(parts, turn, '', {
        run: (commandId) => parts.callers.join(conferenceId, join, { commandId, actor, origin }),
        again: (commandId) => parts.callers.joinAgain(conferenceId, join, commandId),
      });
    }
    case 'queueCalls.transfer': {
      const { to, from, fromDisplayName, timeoutSecs } = command.fields;
      const fields = { to, from, fromDisplayName, timeoutSecs, timeLimitSecs: longestCallSecs };
      return callStep(parts, turn, leg, { type: 'call.transfer', fields });
    }
    case 'queueCalls.bridge':
      return callStep(parts, turn, command.fields.callControlId, {
        type: 'call.bridge',
        fields: { callControlId: leg },
      });
    case 'queueCalls.hangUp':
      return callStep(parts, turn, leg, { type: 'call.hangUp', fields: {} });
    case 'queueCalls.move':
      return move(parts, turn, command.fields);
    case 'queueCalls.remove':
      return remove(parts, turn);
    case 'queueCalls.setKeepAfterHangup': {
      const { keepAfterHangup } = command.fields;
      return parts.carrier.run(body.queue, { type: 'keep', leg, keepAfterHangup });
    }
  }
}

function callStep(
  parts: QueueCommandParts,
  turn: Turn,
  target: CallControlId,
  command: CallCommand,
  suffix = '',
): Promise<StepAnswer | 'under-way'> {
  const { actor, origin } = turn.body;
  return step(parts, turn, suffix, {
    run: (commandId) => parts.callers.command(target, command, { commandId, actor, origin }),
    again: (commandId) => parts.callers.commandAgain(target, command, commandId),
  });
}

interface Asking {
  readonly run: (commandId: StepRequest['commandId']) => Promise<CommandOutcome | null>;
  readonly again: (commandId: CommandId) => Promise<CarrierAnswer>;
}

/**
 * Asks once, under an id of its own. Where it was asked before and nobody knows the outcome, the process
 * ended in between: asked again, under the same id, only of a caller whom the carrier lists as before.
 */
async function step(
  parts: QueueCommandParts,
  turn: Turn,
  suffix: string,
  { run, again }: Asking,
): Promise<StepAnswer | 'under-way'> {
  const commandId = `${turn.body.commandId}-${turn.index}${suffix}` as CommandId;
  const before = await parts.store.readCommand(commandId);
  const outcome = await run(commandId);
  if (outcome?.kind === 'done' && outcome.state === 'sent') return 'under-way';
  const answer = stepAnswerOf(outcome);
  if (answer.kind !== 'unknown' || before === null) return isThere(answer);
  return (await isStillListed(parts, turn)) ? again(commandId) : { kind: 'accepted' };
}

// They came in another way meanwhile, which is what was wanted.
function isThere(answer: StepAnswer): StepAnswer {
  const isIn = answer.kind === 'refused' && answer.code === 'already-in-conference';
  return isIn ? { kind: 'accepted' } : answer;
}

async function isStillListed(
  { carrier }: QueueCommandParts,
  { queue, leg }: Turn,
): Promise<boolean> {
  const call = valueAt(queue.calls, leg);
  if (call === undefined || staysOf(call)[0]?.exit !== null) return false;
  return (await carrier.readCall(queue.name, leg)) !== null;
}

/**
 * Puts a caller at the end of another queue. Asked for at once, so that one that is full leaves the caller
 * where they are; where the carrier wants them to leave first, they go back if the other does not take them.
 */
async function move(
  parts: QueueCommandParts,
  turn: Turn,
  fields: Extract<CallersCommand, { type: 'queueCalls.move' }>['fields'],
): Promise<StepAnswer | 'under-way'> {
  const { leg, body } = turn;
  const { queue, keepAfterHangup, maxWaitSecs } = fields;
  const enter: CallCommand = {
    type: 'call.enqueue',
    fields: { queue, keepAfterHangup, maxWaitSecs },
  };
  const direct = await callStep(parts, turn, leg, enter);
  if (direct === 'under-way' || !isRefusedBy(direct, waitsAlready)) return direct;
  const leave: CallCommand = { type: 'call.leaveQueue', fields: {} };
  const left = await callStep(parts, turn, leg, leave, '-leave');
  if (left === 'under-way' || left.kind === 'refused') return left;
  const entered = await callStep(parts, turn, leg, enter, '-enter');
  if (entered === 'under-way' || entered.kind !== 'refused') return entered;
  const back: CallCommand = {
    type: 'call.enqueue',
    fields: { queue: body.queue, keepAfterHangup, maxWaitSecs },
  };
  await callStep(parts, turn, leg, back, '-back');
  return entered;
}

function isRefusedBy(answer: StepAnswer, code: string): boolean {
  return answer.kind === 'refused' && answer.carrierCode === code;
}

/** Who is on the line leaves; of who has hung up and is kept, the place is taken away (DOMAIN §1.4). */
async function remove(parts: QueueCommandParts, turn: Turn): Promise<StepAnswer | 'under-way'> {
  const { leg, body, queue, isAgain } = turn;
  const call = valueAt(queue.calls, leg);
  if (call !== undefined && isAlive(call)) {
    return callStep(parts, turn, leg, { type: 'call.leaveQueue', fields: {} });
  }
  if (isAgain && !(await isStillListed(parts, turn))) return { kind: 'accepted' };
  return parts.carrier.run(body.queue, { type: 'remove', leg });
}
