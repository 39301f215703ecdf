import { refusal } from '../refusal';
import { announceEnqueued } from './announce';
import { connect, dequeue, detach } from './departures';
import { requireAnswered } from './legs';
import { type Leg, type Queue, type QueueEntry, type World } from './world';

const SIZE_WHEN_ENQUEUED = 100;

/** What `enqueue` may decide. */
export interface NewEntry {
  readonly queueName: string;
  readonly maxSize?: number | undefined;
  readonly maxWaitSecs?: number | undefined;
  readonly keepAfterHangup: boolean;
}

/** Makes a queue; 10012 when there is one of that name. */
export function createQueue(world: World, name: string, maxSize: number): Queue {
  if (liveQueues(world).has(name)) {
    throw refusal('10012', 'A queue with this name exists.', { pointer: '/queue_name' });
  }
  const now = world.clock.now();
  const queue: Queue = {
    id: world.ids.uuid(),
    name,
    createdAt: now,
    updatedAt: now,
    maxSize,
    entries: new Map(),
    enqueuedAtSum: 0,
    left: 0,
    waitedMsSum: 0,
  };
  world.queues.set(name, queue);
  return queue;
}

/** Queues that were empty for too long are gone, where the switch says so (DOMAIN §4.10). */
export function liveQueues(world: World): ReadonlyMap<string, Queue> {
  const { idleQueueMs } = world.switches;
  if (idleQueueMs === null) return world.queues;
  const oldest = world.clock.now() - idleQueueMs;
  for (const queue of world.queues.values()) {
    if (queue.entries.size === 0 && queue.updatedAt <= oldest) world.queues.delete(queue.name);
  }
  return world.queues;
}

const endedButKept = (leg: Leg) =>
  refusal(
    '90018',
    `The call from ${leg.from} to ${leg.to} has hung up and was kept in its queue; ` +
      `call ${leg.direction === 'incoming' ? leg.from : leg.to} again.`,
  );

/** 90018 with the numbers to call when a call hung up while it waited, but was kept. */
export function requireNotKept(world: World, callControlId: string): void {
  for (const queue of world.queues.values()) {
    const entry = queue.entries.get(callControlId);
    if (entry?.isAlive === false) throw endedButKept(entry.leg);
  }
}

function requireQueueFor(world: World, leg: Leg, asked: NewEntry): Queue {
  const queue = liveQueues(world).get(asked.queueName);
  if (queue === undefined) {
    return createQueue(world, asked.queueName, asked.maxSize ?? SIZE_WHEN_ENQUEUED);
  }
  if (asked.maxSize !== undefined && asked.maxSize !== queue.maxSize) {
    throw refusal('90037', `The 'max_size' of '${queue.name}' can't be modified by this command.`);
  }
  if (queue.entries.has(leg.callControlId)) {
    throw refusal('90038', "Call can't be added to a queue it's already in.");
  }
  if (queue.entries.size >= queue.maxSize) {
    throw refusal('90036', `The '${queue.name}' queue is full and can't accept more calls.`);
  }
  return queue;
}

/** A call waits at the end of a queue, which is made when there is none (DOMAIN §4.10). */
export function enqueue(world: World, leg: Leg, asked: NewEntry): void {
  requireAnswered(leg);
  const queue = requireQueueFor(world, leg, asked);
  detach(world, leg, 'leave');
  const entry: QueueEntry = {
    leg,
    queue,
    enqueuedAt: world.clock.now(),
    keepAfterHangup: asked.keepAfterHangup,
    isAlive: true,
    timer: null,
  };
  if (asked.maxWaitSecs !== undefined) {
    entry.timer = world.clock.in(asked.maxWaitSecs * 1000, () => {
      dequeue(world, entry, 'timeout');
    });
  }
  queue.entries.set(leg.callControlId, entry);
  queue.enqueuedAtSum += entry.enqueuedAt;
  queue.updatedAt = world.clock.now();
  leg.entry = entry;
  announceEnqueued(world, entry);
}

/** A call gives up its place and is parked; 90035 when it has none. */
export function leaveQueue(world: World, leg: Leg): void {
  if (leg.entry === null) throw refusal('90035', 'The call is not in a queue.');
  dequeue(world, leg.entry, 'leave');
}

/**
 * Joins a call to the first of a queue, who leaves it whether or not that works. 90035 (or 90033, by
 * a switch) when nobody waits, 90018 when the first has hung up but was kept.
 */
export function bridgeToQueue(world: World, leg: Leg, queueName: string): void {
  const queue = world.queues.get(queueName);
  const first = queue?.entries.values().next().value;
  if (first === undefined) {
    throw refusal(world.switches.emptyQueueCode, `No call waits in '${queueName}'.`, {
      pointer: '/queue',
    });
  }
  const other = first.leg;
  dequeue(world, first, world.switches.dequeueReason);
  if (other.state === 'ended') {
    throw endedButKept(other);
  }
  detach(world, leg, world.switches.dequeueReason);
  connect(world, leg, other);
}
