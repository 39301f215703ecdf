import type { Micros } from '../stamp';
import { queueCommands } from './command';
import {
  type CallerOutcome,
  type Queue,
  type QueueCall,
  type QueueCommandRecord,
  staysOf,
} from './queue';

/** Whether nothing more will be heard about a command. */
export function isSettled(record: QueueCommandRecord): boolean {
  if (record.phase === 'sent') return false;
  if (queueCommands[record.type].evidence === 'none') return true;
  return record.phase !== 'accepted' && record.phase !== 'unknown';
}

/** The queue with each open command that names this caller judged by what is known of them. */
export function withSettledCaller(queue: Queue, call: QueueCall): Queue {
  return withEachOpen(queue, (record) =>
    withCallers(record, (outcome) =>
      outcome.callControlId === call.callControlId ? settledBy(record, outcome, call) : outcome,
    ),
  );
}

/** The queue with those commands served that were to connect the next: somebody was connected. */
export function withBridged(queue: Queue): Queue {
  return withEachOpen(queue, (record) => {
    if (record.type !== 'queue.bridgeNext') return record;
    return { ...record, isBridged: true, phase: record.phase === 'sent' ? 'sent' : 'confirmed' };
  });
}

/** The queue with each open command about itself judged by what was asked of it and what was read. */
export function withSettledQueue(queue: Queue): Queue {
  return withEachOpen(queue, (record) => {
    const { exists, maxSize } = queue.asked;
    const isAboutSize = record.type === 'queue.update';
    if (!isAboutSize && record.type !== 'queue.create' && record.type !== 'queue.delete')
      return record;
    const asked = isAboutSize ? maxSize : exists;
    const phase = asked?.commandId === record.commandId ? asked.phase : 'superseded';
    if (phase === record.phase) return record;
    const refusal = phase === 'refused' ? notCarriedOut : record.refusal;
    return { ...record, phase, refusal };
  });
}

/** A command with what became of its callers, and what that makes of the whole. */
export function withCallers(
  record: QueueCommandRecord,
  judge: (outcome: CallerOutcome) => CallerOutcome,
): QueueCommandRecord {
  const callers = record.callers.map(judge);
  if (callers.length === 0) return record;
  const phase = phaseOf(callers);
  const isSame = phase === record.phase && callers.every((each, i) => each === record.callers[i]);
  return isSame ? record : { ...record, callers, phase };
}

/** What is said of a caller whom two reads found where they were. */
export const notCarriedOut = { code: 'not-carried-out', detail: '' } as const;

function phaseOf(callers: readonly CallerOutcome[]): QueueCommandRecord['phase'] {
  const phases = new Set(callers.map(({ phase }) => phase));
  if (phases.has('sent')) return 'sent';
  if (phases.has('unknown')) return 'unknown';
  if (phases.has('accepted')) return 'accepted';
  if (phases.has('contradicted')) return 'contradicted';
  return phases.has('confirmed') ? 'confirmed' : 'refused';
}

function settledBy(
  { type }: QueueCommandRecord,
  outcome: CallerOutcome,
  call: QueueCall,
): CallerOutcome {
  if (outcome.phase !== 'accepted' && outcome.phase !== 'unknown') return outcome;
  if (type === 'queueCalls.setKeepAfterHangup') return outcome;
  const isDone =
    type === 'queueCalls.hangUp'
      ? call.hungUp !== null || call.isSeenDead
      : hasLeft(call, outcome.enteredAt);
  return isDone ? { ...outcome, phase: 'confirmed' } : outcome;
}

/** Whether the stay that began then is over, by the carrier's word. */
function hasLeft(call: QueueCall, enteredAt: Micros | null): boolean {
  const stay = staysOf(call).find(({ entry }) => enteredAt !== null && entry.at <= enteredAt);
  return stay?.exit !== null;
}

/** Whether a reason of the carrier's says that the caller was connected with somebody (DOMAIN §2.3). */
export function isBridge(reason: string | null): boolean {
  return reason === 'bridged' || reason === 'bridging-in-process';
}

/** The queue with every command judged anew that is not settled. */
export function withEachOpen(
  queue: Queue,
  judge: (record: QueueCommandRecord) => QueueCommandRecord,
): Queue {
  const commands = queue.commands.map((record) => (isSettled(record) ? record : judge(record)));
  const isChanged = commands.some((record, i) => record !== queue.commands[i]);
  return isChanged ? { ...queue, commands } : queue;
}
