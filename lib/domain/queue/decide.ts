import type { CallControlId } from '../ids';
import { valueAt } from '../keyed';
import {
  type CallersCommand,
  isAboutCallers,
  type QueueCommand,
  type QueueRefusalCode,
  type WholeQueueCommand,
} from './command';
import { isAlive, isWaiting, type Queue } from './queue';
import { countWaiting, exists } from './view';

/** Whether a command may go to the carrier, with the callers it can reach; or why not. */
export type QueueDecision =
  | { readonly ok: true; readonly command: QueueCommand }
  | { readonly ok: false; readonly code: QueueRefusalCode };

/** Judges a command by what is known of the queue. */
export function decide(queue: Queue, command: QueueCommand): QueueDecision {
  return isAboutCallers(command) ? decideCallers(queue, command) : decideQueue(queue, command);
}

function decideQueue(queue: Queue, command: WholeQueueCommand): QueueDecision {
  const isThere = exists(queue);
  if (command.type === 'queue.create') {
    return isThere === true ? refused('queue-exists') : { ok: true, command };
  }
  if (isThere === false) return refused('queue-gone');
  const { depth } = countWaiting(queue);
  if (command.type === 'queue.delete' && depth > 0) return refused('queue-not-empty');
  if (command.type === 'queue.bridgeNext' && depth === 0) return refused('queue-empty');
  return { ok: true, command };
}

function decideCallers(queue: Queue, command: CallersCommand): QueueDecision {
  const { legs } = command.fields;
  if (legs.length === 0) return refused('nobody-selected');
  if (command.type === 'queueCalls.move' && command.fields.queue === queue.name)
    return refused('same-queue');
  const waiting = legs.filter((leg) => isIn(queue, leg));
  if (waiting.length === 0) return refused('not-in-queue');
  // Of who hung up and is kept, only the place is left: it can be taken away.
  const reachable =
    command.type === 'queueCalls.remove' ? waiting : waiting.filter((leg) => isOnLine(queue, leg));
  if (reachable.length === 0) return refused('caller-hung-up');
  // Only the callers differ from what was asked, so it is a command of the same kind.
  const fields = { ...command.fields, legs: reachable };
  return { ok: true, command: { ...command, fields } as CallersCommand };
}

function isIn(queue: Queue, leg: CallControlId): boolean {
  const call = valueAt(queue.calls, leg);
  return call !== undefined && isWaiting(call);
}

function isOnLine(queue: Queue, leg: CallControlId): boolean {
  const call = valueAt(queue.calls, leg);
  return call !== undefined && isAlive(call);
}

function refused(code: QueueRefusalCode): QueueDecision {
  return { ok: false, code };
}
