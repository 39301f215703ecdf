import { randomUUID } from 'node:crypto';
import type { CallEvent, LegIdentity } from '@/lib/domain/call/event';
import { type CallControlId, callStream, queueStream } from '@/lib/domain/ids';
import { valueAt, valuesOf } from '@/lib/domain/keyed';
import { awaitedCallers, openFor } from '@/lib/domain/queue/evolve-read';
import type { QueueEvent, QueueFacts } from '@/lib/domain/queue/event';
import { isAlive, isWaiting, type Queue, type QueueCall, staysOf } from '@/lib/domain/queue/queue';
import { exists } from '@/lib/domain/queue/view';
import type { Micros } from '@/lib/domain/stamp';
import type { Batch, Draft } from '@/server/log/batch';
import type { Log } from '@/server/log/log';
import type { CarrierFact } from '@/server/routing/carrier-fact';
import { followedStreams, routeFact } from '@/server/routing/route-fact';
import type { QueueCallReading, QueueCarrier, QueueReading } from './ports';
import { queueReconcileJob } from './reconcile-job';

/** What is needed to read queues back. */
export interface QueueReconcileParts {
  readonly log: Log;
  readonly carrier: QueueCarrier;
  readonly now: () => Micros;
  /** A complete read of this queue has ended. */
  readonly onRead: (stream: `queue:${string}`) => void;
}

/** What one read of a queue leaves open: things that a second read must show before they count. */
export interface QueueSuspicion {
  /** Callers who were not listed, with the entry that they were missing after. */
  readonly absent: ReadonlyMap<CallControlId, Micros>;
  /** Callers who were listed without their entry having been heard: it may be on its way. */
  readonly unheard: ReadonlySet<CallControlId>;
  /** Whether the carrier had no such queue. */
  readonly isGone: boolean;
}

/** Nothing is suspected. */
export const noQueueSuspicion: QueueSuspicion = {
  absent: new Map(),
  unheard: new Set(),
  isGone: false,
};

/** A read: what it found, and since which event of ours it may judge. */
interface Read {
  readonly asOf: number;
  /** Undefined where the queue itself was not asked for. */
  readonly facts: QueueFacts | null | undefined;
  readonly calls: readonly QueueCallReading[];
  /** Whose calls are at hand, to be told of an entry or an exit. */
  readonly legs: ReadonlySet<CallControlId>;
}

// The list's time of an entry and the webhook's are two times of one.
const sameEntryWithin: Micros = 2_000_000;

/**
 * Reads one queue back and appends what differs (ARCHITECTURE §4, Reconcile). Absence counts only when
 * a second complete read shows it again, with no word about it in between; hand the suspicion of one
 * call to the next. Returns whether another read is needed, soon or once a telephone has rung.
 */
export async function reconcileQueue(
  parts: QueueReconcileParts,
  name: string,
  before: QueueSuspicion,
): Promise<{ readonly suspicion: QueueSuspicion; readonly isOpen: 'now' | 'later' | null }> {
  const stream = queueStream(name);
  const view = await parts.log.read(stream);
  const asOf = view?.seq ?? 0;
  const isAsked = view === null || needsFacts(view.state);
  const reading = isAsked ? await parts.carrier.readQueue(name) : undefined;
  const listed = reading === null ? null : await parts.carrier.readCalls(name);
  const facts = listed === null ? null : reading?.facts;
  const calls = listed ?? [];
  const known = (await parts.log.read(stream))?.state;
  const legs = new Set([
    ...calls.flatMap((call) => (isToBeTold(known, call) ? [call.callControlId] : [])),
    ...before.absent.keys(),
  ]);
  const read: Read = { asOf, facts, calls, legs };
  const result = await parts.log.submit({
    streams: [stream, ...[...legs].map(callStream)],
    follow: (stateOf) =>
      [...legs].flatMap((leg) => followedStreams(possibleFact(name, leg, calls), stateOf)),
    run: (batch) => applyRead(batch, { name, read, before, now: parts.now() }),
  });
  parts.onRead(stream);
  return result;
}

/** Reads the carrier's list of queues: those nobody has told us of appear, and the missing are asked after. */
export async function reconcileList(parts: QueueReconcileParts): Promise<void> {
  const { log, carrier } = parts;
  const asOf = new Map(queuesIn(log).map((name) => [name, log.peek(queueStream(name))?.seq ?? 0]));
  const readings = await carrier.list();
  const found = new Map(readings.map((reading) => [reading.name, reading]));
  const names = [...new Set([...found.keys(), ...asOf.keys()])];
  await log.submit({
    streams: names.map(queueStream),
    run: (batch) => {
      for (const name of names) {
        tellListed(batch, name, found.get(name) ?? null, asOf.get(name) ?? 0, parts.now());
      }
    },
  });
  for (const name of names) if (found.has(name)) parts.onRead(queueStream(name));
}

/** The names of the queues that are live. */
export function queuesIn(log: Pick<Log, 'liveNames'>): string[] {
  return log
    .liveNames()
    .flatMap((stream) => (stream.startsWith('queue:') ? [stream.slice('queue:'.length)] : []));
}

function tellListed(
  batch: Batch,
  name: string,
  reading: QueueReading | null,
  asOf: number,
  now: Micros,
): void {
  const stream = queueStream(name);
  const queue = batch.stateOf(stream);
  const isNew = batch.seqOf(stream) === 0;
  if (reading === null) {
    if (exists(queue) === true) batch.addJob(queueReconcileJob(name, 'doubt', now));
    return;
  }
  if (isNews(queue, reading.facts)) describe(batch, stream, { asOf, facts: reading.facts });
  const waiting = valuesOf(queue.calls).filter(isWaiting).length;
  if (isNew || waiting !== reading.facts.size) batch.addJob(queueReconcileJob(name, 'doubt', now));
}

// The list tells it of all queues every few seconds: asked alone only where something hangs on it.
function needsFacts({ asked, facts }: Queue): boolean {
  const isOpen = [asked.exists, asked.maxSize].some(
    (each) => each?.phase === 'accepted' || each?.phase === 'unknown',
  );
  return isOpen || facts === null;
}

function isToBeTold(queue: Queue | undefined, { callControlId, enqueuedAt }: QueueCallReading) {
  const call = queue === undefined ? undefined : valueAt(queue.calls, callControlId);
  return call === undefined || !isWaiting(call) || isLaterStay(call, enqueuedAt);
}

/** Whether a caller who waits, as we know, is listed with a later entry: they went and came again. */
function isLaterStay(call: QueueCall, enqueuedAt: Micros): boolean {
  const [stay] = staysOf(call);
  return stay?.exit === null && enqueuedAt - stay.entry.at > sameEntryWithin;
}

interface Applied {
  readonly name: string;
  readonly read: Read;
  readonly before: QueueSuspicion;
  readonly now: Micros;
}

function applyRead(
  batch: Batch,
  { name, read, before, now }: Applied,
): { suspicion: QueueSuspicion; isOpen: 'now' | 'later' | null } {
  const stream = queueStream(name);
  const isFirstWord = batch.seqOf(stream) === 0;
  const isGone = tellFacts(batch, stream, read, before);
  const tell = (fact: CarrierFact, occurredAt: Micros) => {
    routeFact(batch, { id: randomUUID(), occurredAt, source: 'reconcile', fact });
  };
  const due = isFirstWord ? read.legs : before.unheard;
  const unheard = tellEntries(batch, { name, read, due, tell });
  const absent = tellExits(batch, { name, read, before, tell });
  tellCallers(batch, stream, read);
  const queue = batch.stateOf(stream);
  const isOpen = absent.size > 0 || unheard.size > 0 || isGone ? 'now' : openFor(queue, now);
  return { suspicion: { absent, unheard, isGone }, isOpen };
}

/** Tells what is new of the queue itself; returns whether it was missing for the first time. */
function tellFacts(
  batch: Batch,
  stream: `queue:${string}`,
  { asOf, facts }: Read,
  before: QueueSuspicion,
): boolean {
  if (facts === undefined) return false;
  const queue = batch.stateOf(stream);
  if (facts !== null) {
    if (isNews(queue, facts)) describe(batch, stream, { asOf, facts });
    return false;
  }
  // Of one that nobody has ever said anything about, there is nothing to tell.
  if (batch.seqOf(stream) === 0) return false;
  const isExpected = queue.asked.exists !== null && openFor(queue, 0) !== null;
  if (before.isGone || isExpected) {
    if (!queue.isGone || isExpected) describe(batch, stream, { asOf, facts });
    return false;
  }
  return !queue.isGone;
}

function isNews(queue: Queue, facts: QueueFacts): boolean {
  const { facts: known, asked } = queue;
  const isOpen = [asked.exists, asked.maxSize].some(
    (each) => each?.phase === 'accepted' || each?.phase === 'unknown',
  );
  if (known === null || isOpen || queue.isGone) return true;
  return (Object.keys(facts) as (keyof QueueFacts)[]).some((key) => known[key] !== facts[key]);
}

function describe(
  batch: Batch,
  stream: `queue:${string}`,
  data: { readonly asOf: number; readonly facts: QueueFacts | null },
): void {
  batch.append(stream, [repair({ type: 'queue.described', data })]);
}

interface Telling {
  readonly name: string;
  readonly read: Read;
  readonly tell: (fact: CarrierFact, occurredAt: Micros) => void;
}

/** Tells the entries that nobody told, and returns who is listed unheard for the first time. */
function tellEntries(
  batch: Batch,
  { name, read, due, tell }: Telling & { readonly due: ReadonlySet<CallControlId> },
): ReadonlySet<CallControlId> {
  const unheard = new Set<CallControlId>();
  for (const reading of read.calls) {
    const { callControlId, enqueuedAt } = reading;
    const queue = batch.stateOf(queueStream(name));
    if (!read.legs.has(callControlId) || !isToBeTold(queue, reading)) continue;
    const call = valueAt(queue.calls, callControlId);
    // A list of a moment ago, overtaken by the exit; or a removal of ours, which other reads judge.
    if (call !== undefined && isOvertaken(call, enqueuedAt)) continue;
    if (!due.has(callControlId)) {
      unheard.add(callControlId);
      continue;
    }
    const [stay] = call === undefined ? [] : staysOf(call);
    if (stay?.exit === null) tell(exitFact(batch, name, callControlId), stay.entry.at + 1);
    tell(entryFact(name, reading), enqueuedAt);
  }
  return unheard;
}

function isOvertaken(call: QueueCall, enqueuedAt: Micros): boolean {
  const [stay] = staysOf(call);
  if (stay === undefined) return false;
  if (stay.exit !== null) return stay.exit.at >= enqueuedAt;
  return !isWaiting(call) && !isLaterStay(call, enqueuedAt);
}

/** Tells the exits that two reads have shown, and returns who is missing for the first time. */
function tellExits(
  batch: Batch,
  { name, read, before, tell }: Telling & { readonly before: QueueSuspicion },
): ReadonlyMap<CallControlId, Micros> {
  const listed = new Set(read.calls.map(({ callControlId }) => callControlId));
  const absent = new Map<CallControlId, Micros>();
  for (const call of valuesOf(batch.stateOf(queueStream(name)).calls)) {
    const { callControlId, hungUp } = call;
    const [stay] = staysOf(call);
    if (stay?.exit !== null || listed.has(callControlId)) continue;
    const { at } = stay.entry;
    if (before.absent.get(callControlId) === at) {
      tell(exitFact(batch, name, callControlId), Math.max(at, hungUp?.at ?? 0) + 1);
    } else {
      absent.set(callControlId, at);
    }
  }
  return absent;
}

/** Tells who of those that a command is about is still there, and who has hung up and is kept. */
function tellCallers(batch: Batch, stream: `queue:${string}`, read: Read): void {
  const queue = batch.stateOf(stream);
  const awaited = awaitedCallers(queue);
  const listed = read.calls.flatMap(({ callControlId: leg }) => (awaited.has(leg) ? [leg] : []));
  const dead = read.calls.flatMap(({ callControlId: leg, isAlive: isUp }) => {
    const call = isUp ? undefined : valueAt(queue.calls, leg);
    const isNew = call !== undefined && (isAlive(call) || awaited.has(leg));
    return isNew ? [leg] : [];
  });
  const isOpen = queue.commands.some(
    ({ type, phase }) =>
      type === 'queue.bridgeNext' && (phase === 'accepted' || phase === 'unknown'),
  );
  if (awaited.size === 0 && dead.length === 0 && !isOpen) return;
  const data = { asOf: read.asOf, listed, dead };
  batch.append(stream, [repair({ type: 'queue.listed', data })]);
}

function entryFact(queue: string, reading: QueueCallReading): CarrierFact {
  const { callControlId, position } = reading;
  const event: CallEvent = {
    type: 'call.enqueued',
    data: { ...identityOf(reading), queue, position },
  };
  return { kind: 'call', callControlId, event };
}

function identityOf({
  callLegId,
  callSessionId,
  connectionId,
  from,
  to,
}: QueueCallReading): LegIdentity {
  const party = { from, to, direction: null, callerName: null };
  return { callLegId, callSessionId, connectionId, party };
}

function exitFact(batch: Batch, queue: string, callControlId: CallControlId): CarrierFact {
  const { callLegId, callSessionId, connectionId, party } = batch.stateOf(
    callStream(callControlId),
  );
  const identity: LegIdentity = { callLegId, callSessionId, connectionId, party };
  const event: CallEvent = {
    type: 'call.dequeued',
    data: { ...identity, queue, reason: null, waitedSeconds: null },
  };
  return { kind: 'call', callControlId, event };
}

/** What may be told of a caller: enough to name the streams that would hear of it. */
function possibleFact(
  queue: string,
  callControlId: CallControlId,
  calls: readonly QueueCallReading[],
): CarrierFact {
  const reading = calls.find((call) => call.callControlId === callControlId);
  if (reading !== undefined) return entryFact(queue, reading);
  const party = { from: null, to: null, direction: null, callerName: null };
  const identity = { callLegId: null, callSessionId: null, connectionId: null, party };
  const data = { ...identity, queue, reason: null, waitedSeconds: null };
  return { kind: 'call', callControlId, event: { type: 'call.dequeued', data } };
}

function repair(event: QueueEvent): Draft {
  return { event, source: 'reconcile', occurredAt: null };
}
