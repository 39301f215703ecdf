import type { CallControlId } from '../ids';
import { valueAt, withValue } from '../keyed';
import type { Micros } from '../stamp';
import type { QueueEvent, QueueFacts } from './event';
import {
  type CallerOutcome,
  isAlive,
  type Queue,
  type QueueAsked,
  type QueueCall,
  type QueueCommandRecord,
} from './queue';
import { isSettled, notCarriedOut, withCallers, withEachOpen, withSettledQueue } from './settle';

/** How many reads must disagree before a command counts as contradicted (ARCHITECTURE §4). */
const doubtsToContradict = 2;

type Listed = Extract<QueueEvent, { type: 'queue.listed' }>['data'];

/** Takes in what a read found of the queue itself, and judges what was asked of it. */
export function withDescribed(
  queue: Queue,
  { asOf, facts }: { readonly asOf: number; readonly facts: QueueFacts | null },
  at: Micros,
): Queue {
  const isGone = facts === null;
  const asked = {
    exists: judged(queue.asked.exists, queue.asked.exists?.value === !isGone, asOf),
    maxSize: judgedSize(queue.asked.maxSize, facts, asOf),
  };
  return withSettledQueue({ ...queue, facts, readAt: at, isGone, asked });
}

/** Takes in who was found waiting, and judges the commands about callers that it can judge. */
export function withListed(queue: Queue, read: Listed, at: Micros): Queue {
  const listed = new Set(read.listed);
  const dead = new Set(read.dead);
  const marked = withCallsRead(queue, listed, dead, read.asOf);
  return withEachOpen(marked, (record) =>
    withRecordRead(record, { listed, dead, at, asOf: read.asOf }),
  );
}

function judgedSize(
  asked: QueueAsked<number> | null,
  facts: QueueFacts | null,
  asOf: number,
): QueueAsked<number> | null {
  return facts === null ? asked : judged(asked, asked?.value === facts.maxSize, asOf);
}

/** What a read says of what was asked: it agrees, or it is one more doubt. */
function judged<V>(asked: QueueAsked<V> | null, agrees: boolean, asOf: number) {
  if (asked === null || asOf < asked.sinceSeq) return asked;
  if (asked.phase !== 'accepted' && asked.phase !== 'unknown') return asked;
  if (agrees) return { ...asked, phase: 'confirmed' as const };
  const doubts = asked.doubts + 1;
  if (doubts < doubtsToContradict) return { ...asked, doubts };
  return { ...asked, doubts, phase: failed(asked.phase) };
}

function failed(phase: 'accepted' | 'unknown'): 'contradicted' | 'refused' {
  return phase === 'unknown' ? 'refused' : 'contradicted';
}

/** Marks who hung up and is kept, and judges what was asked of callers by whether they are listed. */
function withCallsRead(
  queue: Queue,
  listed: ReadonlySet<CallControlId>,
  dead: ReadonlySet<CallControlId>,
  asOf: number,
): Queue {
  let { calls } = queue;
  for (const leg of dead) {
    const call = valueAt(calls, leg);
    if (call !== undefined && isAlive(call))
      calls = withValue(calls, leg, { ...call, isSeenDead: true });
  }
  const legs = queue.commands.flatMap(({ type, callers }) =>
    type === 'queueCalls.remove' ? callers.map(({ callControlId }) => callControlId) : [],
  );
  for (const leg of legs) {
    const call = valueAt(calls, leg);
    if (call === undefined) continue;
    const removal = judgedRemoval(call, listed.has(leg), asOf);
    if (removal !== call.removal) calls = withValue(calls, leg, { ...call, removal });
  }
  return calls === queue.calls ? queue : { ...queue, calls };
}

function judgedRemoval({ removal }: QueueCall, isListed: boolean, asOf: number) {
  if (removal === null) return null;
  const value = judged(removal.value, !isListed, asOf);
  return value === removal.value || value === null ? removal : { ...removal, value };
}

interface Found {
  readonly listed: ReadonlySet<CallControlId>;
  readonly dead: ReadonlySet<CallControlId>;
  readonly asOf: number;
  /** Our clock. */
  readonly at: Micros;
}

function withRecordRead(record: QueueCommandRecord, found: Found): QueueCommandRecord {
  if (record.type === 'queueCalls.setKeepAfterHangup') return record;
  if (record.type === 'queue.bridgeNext') return withNobodyBridged(record, found);
  return withCallers(record, (outcome) => judgedCaller(record, outcome, found));
}

function withNobodyBridged(record: QueueCommandRecord, { asOf }: Found): QueueCommandRecord {
  const { phase, answeredSeq } = record;
  if (phase !== 'accepted' && phase !== 'unknown') return record;
  if (answeredSeq === null || asOf < answeredSeq) return record;
  const doubts = record.doubts + 1;
  if (doubts < doubtsToContradict) return { ...record, doubts };
  const refusal = phase === 'unknown' ? notCarriedOut : record.refusal;
  return { ...record, doubts, phase: failed(phase), refusal };
}

function judgedCaller(
  { type, patience }: QueueCommandRecord,
  outcome: CallerOutcome,
  { listed, dead, asOf, at }: Found,
): CallerOutcome {
  const { callControlId, phase, answered } = outcome;
  if (phase !== 'accepted' && phase !== 'unknown') return outcome;
  if (answered === null || asOf < answered.seq) return outcome;
  const isDone =
    !listed.has(callControlId) || (type === 'queueCalls.hangUp' && dead.has(callControlId));
  if (isDone) return { ...outcome, phase: 'confirmed' };
  if (at - answered.at < patience) return outcome;
  const doubts = outcome.doubts + 1;
  if (doubts < doubtsToContradict) return { ...outcome, doubts };
  const refusal = phase === 'unknown' ? notCarriedOut : outcome.refusal;
  return { ...outcome, doubts, phase: failed(phase), refusal };
}

/** The callers whom an open command is about: a read says of them whether they are listed. */
export function awaitedCallers({ commands }: Queue): ReadonlySet<CallControlId> {
  const open = commands.flatMap(({ callers }) =>
    callers.filter(({ phase }) => phase === 'accepted' || phase === 'unknown'),
  );
  return new Set(open.map(({ callControlId }) => callControlId));
}

/** Whether a read could settle something now, or only once a telephone has rung; null: nothing is open. */
export function openFor(queue: Queue, now: Micros): 'now' | 'later' | null {
  const { exists, maxSize } = queue.asked;
  const isAsked = [exists, maxSize].some(
    (asked) => asked?.phase === 'accepted' || asked?.phase === 'unknown',
  );
  if (isAsked) return 'now';
  const open = queue.commands.filter((record) => !isSettled(record) && record.phase !== 'sent');
  if (open.length === 0) return null;
  const isPatient = ({ patience, callers }: QueueCommandRecord) =>
    callers.length > 0 &&
    callers.every(({ answered }) => answered !== null && now - answered.at < patience);
  return open.every(isPatient) ? 'later' : 'now';
}
