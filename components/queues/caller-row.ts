import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import { farEnd } from '@/lib/domain/party';
import type { QueueCommandType } from '@/lib/domain/queue/command';
import {
  type CallerOutcome,
  enteredAt,
  isAlive,
  type Queue,
  type QueueCall,
  type QueueCommandRecord,
  waitingIn,
  waitingSince,
} from '@/lib/domain/queue/queue';
import type { Micros } from '@/lib/domain/stamp';
import { nameOfFarEnd, numberOf, shortId } from '@/lib/format/person';
import { readableNumber } from '@/lib/format/phone';

/** How the newest command to a caller fares, or one to a queue itself. */
export interface QueueMark {
  readonly type: QueueCommandType;
  readonly phase: QueueCommandRecord['phase'];
  readonly commandId: CommandId;
  readonly actor: Actor | null;
  /** What the carrier or we said against it; null where nobody did. */
  readonly detail: string | null;
}

/** How somebody went who is still drawn. */
export type Going = 'admitted' | 'hungUp' | 'left';

/** One caller in the table of all who wait. */
export interface CallerRow {
  readonly id: CallControlId;
  readonly queue: string;
  readonly call: QueueCall;
  readonly name: string;
  /** The far end's number or address in groups, where the name is another; null else. */
  readonly number: string | null;
  /** What they called, or who was called. */
  readonly dialled: string | null;
  /** Since when they have waited in all, and since when here; by the carrier's clock. */
  readonly since: Micros;
  readonly enteredAt: Micros;
  /** From 1, in their own queue. */
  readonly position: number;
  /** False: they hung up, and only the place is kept. */
  readonly isAlive: boolean;
  /** Whether we asked for the place to be kept after a hang-up. */
  readonly isKept: boolean;
  readonly mark: QueueMark | null;
  /** How they went, while their row is still drawn; null for who waits. */
  readonly going: Going | null;
}

/** Whether commands can reach the caller: they wait, and are on the line. */
export function isOnLine(row: CallerRow): boolean {
  return row.going === null && row.isAlive;
}

/** Who waits in a queue, the longest first; rows in which nothing changed are those of `before`. */
export function callersIn(
  queue: Queue,
  before: ReadonlyMap<CallControlId, CallerRow>,
): readonly CallerRow[] {
  const marks = marksIn(queue);
  return waitingIn(queue).map((call, index) => {
    const known = before.get(call.callControlId);
    const mark = markFor(call, marks.get(call.callControlId));
    const isSame =
      known?.call === call &&
      known.queue === queue.name &&
      known.position === index + 1 &&
      known.going === null &&
      isSameMark(known.mark, mark);
    return isSame ? known : rowOf(queue.name, call, index + 1, mark);
  });
}

/** The row of somebody who waits no longer, as it is still drawn. */
export function goneRow(row: CallerRow, queue: Queue | undefined): CallerRow {
  if (row.going !== null) return row;
  const call = queue === undefined ? undefined : valueAt(queue.calls, row.id);
  const isLetIn = call?.admitted?.enteredAt === row.enteredAt;
  const hasHungUp = call !== undefined && call.hungUp !== null;
  return { ...row, mark: null, going: isLetIn ? 'admitted' : hasHungUp ? 'hungUp' : 'left' };
}

/** How the newest command to the queue itself fares; null where there is none. */
export function markOfQueue({ commands }: Queue): QueueMark | null {
  // Whoever wanted to make a queue that there is was told so in the form; the queue is as it was.
  const record = commands.findLast(
    ({ callers, type, phase }) =>
      callers.length === 0 && !(type === 'queue.create' && phase === 'refused'),
  );
  if (record === undefined) return null;
  const { type, phase, commandId, actor, refusal } = record;
  return { type, phase, commandId, actor, detail: refusal?.detail ?? null };
}

function rowOf(
  queue: string,
  call: QueueCall,
  position: number,
  mark: QueueMark | null,
): CallerRow {
  const { callControlId, party, keep } = call;
  const entered = enteredAt(call) ?? 0;
  const number = numberOf(call);
  const name = nameOfFarEnd(party.callerName, farEnd(party)) ?? shortId(callControlId);
  const called = party.direction === 'outgoing' ? party.from : party.to;
  return {
    ...{ id: callControlId, queue, call, name, position, mark, going: null },
    number: number === name ? null : number,
    dialled: called === null ? null : readableNumber(called),
    since: waitingSince(call) ?? entered,
    enteredAt: entered,
    isAlive: isAlive(call),
    isKept: keep?.enteredAt === entered && keep.value.value && isTaken(keep.value.phase),
  };
}

function isTaken(phase: string): boolean {
  return phase === 'accepted' || phase === 'confirmed';
}

interface Told {
  readonly record: QueueCommandRecord;
  readonly outcome: CallerOutcome;
}

/** The newest command to each caller, by the caller. */
function marksIn({ commands }: Queue): ReadonlyMap<CallControlId, Told> {
  const marks = new Map<CallControlId, Told>();
  for (const record of commands) {
    for (const outcome of record.callers) marks.set(outcome.callControlId, { record, outcome });
  }
  return marks;
}

function markFor(call: QueueCall, told: Told | undefined): QueueMark | null {
  if (told?.outcome.enteredAt !== enteredAt(call)) return null;
  const { type, commandId, actor } = told.record;
  const { phase, refusal } = told.outcome;
  // The carrier never tells of this one: that it was taken shows in the row itself.
  const isFinal = type === 'queueCalls.setKeepAfterHangup' && isTaken(phase);
  return {
    ...{ type, commandId, actor },
    phase: isFinal ? 'confirmed' : phase,
    detail: refusal?.detail ?? null,
  };
}

function isSameMark(a: QueueMark | null, b: QueueMark | null): boolean {
  if (a === null || b === null) return a === b;
  return a.commandId === b.commandId && a.phase === b.phase;
}
