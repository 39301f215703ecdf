import type { Actor, Envelope } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { valueAt, withValue } from '../keyed';
import type { Micros } from '../stamp';
import { isAboutCallers, type QueueCommand } from './command';
import {
  type CallerOutcome,
  enteredAt,
  type Queue,
  type QueueAsked,
  type QueueCall,
  type QueueCommandRecord,
} from './queue';
import { isSettled, withSettledCaller, withSettledQueue } from './settle';

const keptSettledCommands = 50;
// The carrier needs a moment to say that nobody answered.
const ringingOver: Micros = 10_000_000;

/** Notes a command that is on its way to the carrier. */
export function withSent(
  queue: Queue,
  event: { readonly commandId: CommandId | null; readonly actor: Actor | null },
  command: QueueCommand,
): Queue {
  const { commandId, actor } = event;
  if (commandId === null || recordOf(queue, commandId) !== undefined) return queue;
  const { fields } = command;
  const record: QueueCommandRecord = {
    ...{ commandId, type: command.type, actor, phase: 'sent', refusal: null },
    ...{ isBridged: false, answeredSeq: null, doubts: 0 },
    callers: isAboutCallers(command)
      ? command.fields.legs.map((leg) => outcomeOf(valueAt(queue.calls, leg), leg))
      : [],
    patience:
      command.type === 'queueCalls.transfer'
        ? command.fields.timeoutSecs * 1_000_000 + ringingOver
        : 0,
    maxSize: 'maxSize' in fields ? fields.maxSize : null,
    keepAfterHangup:
      command.type === 'queueCalls.setKeepAfterHangup' ? command.fields.keepAfterHangup : null,
  };
  return { ...queue, commands: trimmed([...queue.commands, record]) };
}

function outcomeOf(call: QueueCall | undefined, callControlId: CallControlId): CallerOutcome {
  const at = call === undefined ? null : enteredAt(call);
  return {
    ...{ callControlId, enteredAt: at, phase: 'sent' },
    ...{ refusal: null, answered: null, doubts: 0 },
  };
}

/** The carrier took a command about the queue itself. */
export function withAccepted(queue: Queue, event: Envelope): Queue {
  return withQueueAnswer(queue, event, 'accepted');
}

/** Nobody knows whether the carrier did it; reads begun from now on will tell. */
export function withUnknown(queue: Queue, event: Envelope): Queue {
  return withQueueAnswer(queue, event, 'unknown');
}

/** The carrier, or we, would not do it: nothing is asked of anybody. */
export function withRefused(
  queue: Queue,
  event: Envelope,
  { code, detail }: { readonly code: string; readonly detail: string },
): Queue {
  const record = openRecord(queue, event);
  if (record === undefined) return queue;
  return withRecord(queue, { ...record, phase: 'refused', refusal: { code, detail } });
}

function withQueueAnswer(queue: Queue, event: Envelope, phase: 'accepted' | 'unknown'): Queue {
  const record = openRecord(queue, event);
  if (record === undefined) return queue;
  const { commandId, actor, type, isBridged } = record;
  const answered = withRecord(queue, {
    ...record,
    phase: isBridged ? 'confirmed' : phase,
    answeredSeq: event.seq,
  });
  if (type === 'queue.bridgeNext') return answered;
  const mark = { commandId, actor, phase, sinceSeq: event.seq, doubts: 0 };
  return withSettledQueue({ ...answered, asked: askedBy(answered.asked, record, mark) });
}

function askedBy(
  asked: Queue['asked'],
  { type, maxSize }: QueueCommandRecord,
  mark: Omit<QueueAsked<never>, 'value'>,
): Queue['asked'] {
  const size = maxSize === null ? asked.maxSize : { ...mark, value: maxSize };
  if (type === 'queue.create') return { exists: { ...mark, value: true }, maxSize: size };
  if (type === 'queue.delete') return { ...asked, exists: { ...mark, value: false } };
  return { ...asked, maxSize: size };
}

/** What the carrier answered about one caller. */
export function withAnswered(
  queue: Queue,
  event: Envelope,
  said: {
    readonly callControlId: CallControlId;
    readonly answer: 'accepted' | 'refused' | 'unknown';
    readonly code: string | null;
    readonly detail: string;
  },
): Queue {
  const record = event.commandId === null ? undefined : recordOf(queue, event.commandId);
  const outcome = record?.callers.find(({ callControlId: leg }) => leg === said.callControlId);
  if (record === undefined || outcome?.phase !== 'sent') return queue;
  const refusal =
    said.answer === 'refused'
      ? { code: said.code ?? 'not-carried-out', detail: said.detail }
      : null;
  const answered = { seq: event.seq, at: event.receivedAt };
  const callers = record.callers.map((each) =>
    each === outcome ? { ...outcome, phase: said.answer, refusal, answered } : each,
  );
  const noted = withRecord(queue, { ...record, callers });
  const call = valueAt(noted.calls, said.callControlId);
  if (call === undefined) return noted;
  const marked = withMark(call, record, outcome, event, said.answer);
  const after =
    marked === call
      ? noted
      : { ...noted, calls: withValue(noted.calls, call.callControlId, marked) };
  return withSettledCaller(after, marked);
}

/** What an answer makes of the caller: taken out, or to be kept after a hang-up. */
function withMark(
  call: QueueCall,
  record: QueueCommandRecord,
  outcome: CallerOutcome,
  event: Envelope,
  answer: 'accepted' | 'refused' | 'unknown',
): QueueCall {
  if (answer === 'refused' || outcome.enteredAt === null) return call;
  const { commandId, actor, keepAfterHangup } = record;
  const mark = { commandId, actor, phase: answer, sinceSeq: event.seq, doubts: 0 };
  const at = { enteredAt: outcome.enteredAt };
  if (record.type === 'queueCalls.remove')
    return { ...call, removal: { ...at, value: { ...mark, value: true } } };
  if (keepAfterHangup !== null)
    return { ...call, keep: { ...at, value: { ...mark, value: keepAfterHangup } } };
  return call;
}

function openRecord(queue: Queue, event: Envelope): QueueCommandRecord | undefined {
  const record = event.commandId === null ? undefined : recordOf(queue, event.commandId);
  return record?.phase === 'sent' ? record : undefined;
}

function recordOf(queue: Queue, commandId: CommandId): QueueCommandRecord | undefined {
  return queue.commands.findLast((record) => record.commandId === commandId);
}

function withRecord(queue: Queue, record: QueueCommandRecord): Queue {
  const commands = queue.commands.map((known) =>
    known.commandId === record.commandId ? record : known,
  );
  return { ...queue, commands };
}

function trimmed(commands: readonly QueueCommandRecord[]): readonly QueueCommandRecord[] {
  const settled = commands.filter(isSettled);
  const surplus = settled.length - keptSettledCommands;
  if (surplus <= 0) return commands;
  const dropped = new Set(settled.slice(0, surplus));
  return commands.filter((record) => !dropped.has(record));
}
