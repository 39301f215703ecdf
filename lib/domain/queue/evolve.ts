import type { Numbered } from '../event';
import { valueAt, withoutKey, withValue } from '../keyed';
import { mergedParty } from '../party';
import { stamped, stampOf, withNewest } from '../registers';
import { isNewer, type Stamp } from '../stamp';
import type { QueueEvent } from './event';
import { withAccepted, withAnswered, withRefused, withSent, withUnknown } from './evolve-command';
import { withDescribed, withListed } from './evolve-read';
import {
  enteredAt,
  isWaiting,
  keptLeft,
  keptStays,
  newQueueCall,
  type Queue,
  type QueueCall,
} from './queue';
import { isBridge, withBridged, withSettledCaller, withSettledQueue } from './settle';

/**
 * Returns the queue as it is after `event`: pure, total, and the same reference when the event changes
 * nothing. Facts of the carrier fold to the same state in whatever order and however often they come.
 */
export function evolve(queue: Queue, event: Numbered<QueueEvent>): Queue {
  switch (event.type) {
    case 'call.enqueued':
    case 'call.dequeued':
    case 'queueCall.identified':
    case 'queueCall.hungUp':
    case 'queueCall.admitted':
    case 'queueCall.moved':
      return withCallEvent(queue, event);
    case 'queue.described':
      return withDescribed(queue, event.data, event.receivedAt);
    case 'queue.listed':
      return relisted(queue, withListed(queue, event.data, event.receivedAt));
    case 'command.sent':
      return withSent(queue, event, event.data.command);
    case 'command.accepted':
      return withAccepted(queue, event);
    case 'command.refused':
      return withRefused(queue, event, event.data);
    case 'command.unknown':
      return withUnknown(queue, event);
    case 'queueCall.answered':
      return relisted(queue, withAnswered(queue, event, event.data));
  }
}

type CallEvent = Extract<
  Numbered<QueueEvent>,
  {
    type:
      | 'call.enqueued'
      | 'call.dequeued'
      | 'queueCall.identified'
      | 'queueCall.hungUp'
      | 'queueCall.admitted'
      | 'queueCall.moved';
  }
>;

function withCallEvent(queue: Queue, event: CallEvent): Queue {
  const { callControlId } = event.data;
  const before = valueAt(queue.calls, callControlId);
  const after = evolveCall(before ?? newQueueCall(callControlId), event);
  if (after === before) return queue;
  const changed = withCall(queue, before, after);
  const settled =
    event.type === 'queueCall.identified' ? changed : withSettledCaller(changed, after);
  // Whoever comes in shows that there is a queue: to the carrier, coming makes it (DOMAIN §4.10).
  if (event.type === 'call.dequeued')
    return isBridge(event.data.reason) ? withBridged(settled) : settled;
  const isNew = event.type === 'call.enqueued' && isWaiting(after);
  return isNew ? withExistence(settled) : settled;
}

function withExistence(queue: Queue): Queue {
  const { asked } = queue;
  if (!queue.isGone && asked.exists?.value !== false) return queue;
  const exists = asked.exists?.value === false ? null : asked.exists;
  return withSettledQueue({ ...queue, isGone: false, asked: { ...asked, exists } });
}

function evolveCall(call: QueueCall, event: CallEvent): QueueCall {
  switch (event.type) {
    case 'call.enqueued': {
      const known = withParty(call, event.data.party);
      const connectionId = known.connectionId ?? event.data.connectionId;
      const placed = connectionId === known.connectionId ? known : { ...known, connectionId };
      const entries = withOneMore(placed.entries, stampOf(event));
      return entries === placed.entries ? placed : { ...placed, entries };
    }
    case 'call.dequeued': {
      const { reason, waitedSeconds } = event.data;
      const exits = withOneMore(call.exits, stamped(event, { reason, waitedSeconds }));
      return exits === call.exits ? call : { ...call, exits };
    }
    case 'queueCall.identified':
      return withParty(call, event.data.party);
    case 'queueCall.hungUp':
      return withNewest(call, 'hungUp', stampOf(event));
    case 'queueCall.admitted': {
      const at = enteredAt(call);
      if (at === null) return call;
      return { ...call, admitted: { enteredAt: at, value: event.data.conferenceId } };
    }
    case 'queueCall.moved': {
      const { from, since } = event.data;
      return { ...call, moved: { from, since } };
    }
  }
}

/** The list with one more fact in its place, the newest first; of too many the oldest goes. */
function withOneMore<S extends Stamp>(known: readonly S[], heard: S): readonly S[] {
  if (known.some(({ id }) => id === heard.id)) return known;
  const place = known.findIndex((each) => isNewer(heard, each));
  const at = place === -1 ? known.length : place;
  if (at >= keptStays) return known;
  return known.toSpliced(at, 0, heard).slice(0, keptStays);
}

function withParty(call: QueueCall, party: QueueCall['party']): QueueCall {
  const merged = mergedParty(call.party, party);
  return merged === call.party ? call : { ...call, party: merged };
}

/** The queue with a call as it is now, and the list of those who wait no longer with it. */
function withCall(queue: Queue, before: QueueCall | undefined, after: QueueCall): Queue {
  const calls = withValue(queue.calls, after.callControlId, after);
  const wasListed = before !== undefined && !isWaiting(before);
  const isListed = !isWaiting(after);
  if (!wasListed && !isListed) return { ...queue, calls };
  const others = wasListed
    ? queue.left.filter(({ callControlId }) => callControlId !== after.callControlId)
    : queue.left;
  if (!isListed) return { ...queue, calls, left: others };
  const { at, id } = newestOf(after);
  const one = { callControlId: after.callControlId, at, id };
  const place = others.findLastIndex((each) => isNewer(one, each)) + 1;
  const left = others.toSpliced(place, 0, one);
  const [oldest] = left;
  if (left.length <= keptLeft || oldest === undefined) return { ...queue, calls, left };
  return { ...queue, calls: withoutKey(calls, oldest.callControlId), left: left.slice(1) };
}

function newestOf({ callControlId, entries, exits, hungUp }: QueueCall): Stamp {
  const stamps = [entries[0], exits[0], hungUp].flatMap((stamp) => stamp ?? []);
  // Of those of whom only the numbers are known, none is older: their own ids give them one order.
  return stamps.reduce((a, b) => (isNewer(b, a) ? b : a), { at: 0, id: callControlId });
}

/** Whom a command took out, or a read found there after all, changes between the two lists. */
function relisted(before: Queue, after: Queue): Queue {
  if (before.calls === after.calls) return after;
  const moved = after.calls.flatMap((bucket, i) =>
    bucket === before.calls[i] ? [] : bucket.map(([, call]) => call),
  );
  return moved.reduce((queue, call) => {
    const known = valueAt(before.calls, call.callControlId);
    const isMoved = known !== undefined && isWaiting(known) !== isWaiting(call);
    return isMoved ? withCall(queue, known, call) : queue;
  }, after);
}
