import type { Numbered } from '../event';
import { valueAt, withValue } from '../keyed';
import { mergedParty } from '../party';
import { stamped, stampOf, withNewest } from '../registers';
import type { QueueEvent } from './event';
import { newQueueCall, type Queue, type QueueCall } from './queue';

/** Returns the queue as it is after `event`: pure, total, and the same whatever the order of facts. */
export function evolve(queue: Queue, event: Numbered<QueueEvent>): Queue {
  const { callControlId } = event.data;
  const before = valueAt(queue.calls, callControlId);
  const after = evolveCall(before ?? newQueueCall(callControlId), event);
  if (after === before) return queue;
  return { ...queue, calls: withValue(queue.calls, callControlId, after) };
}

function evolveCall(call: QueueCall, event: Numbered<QueueEvent>): QueueCall {
  switch (event.type) {
    case 'call.enqueued': {
      const known = withParty(call, event.data.party);
      const connectionId = known.connectionId ?? event.data.connectionId;
      const placed = connectionId === known.connectionId ? known : { ...known, connectionId };
      return withNewest(placed, 'enqueued', stampOf(event));
    }
    case 'call.dequeued':
      return withNewest(call, 'dequeued', stamped(event, { reason: event.data.reason }));
    case 'queueCall.identified':
      return withParty(call, event.data.party);
    case 'queueCall.hungUp':
      return withNewest(call, 'hungUp', stampOf(event));
  }
}

function withParty(call: QueueCall, party: QueueCall['party']): QueueCall {
  const merged = mergedParty(call.party, party);
  return merged === call.party ? call : { ...call, party: merged };
}
