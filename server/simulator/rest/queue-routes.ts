import { dequeue, dropEntry } from '../network/departures';
import { createQueue, liveQueues } from '../network/queues';
import { type Queue, type QueueEntry, type World } from '../network/world';
import { refusal } from '../refusal';
import { type CarrierRequest, data, type Handler, noContent, parseBody } from './carrier-request';
import { page } from './page';
import { type Route } from './router';
import { queueBodies } from './schemas';
import { queueCallView, queueView } from './views';

function queueOf(world: World, { params }: CarrierRequest): Queue {
  const queue = liveQueues(world).get(params.queue_name ?? '');
  if (queue !== undefined) return queue;
  throw refusal('10005', 'The queue does not exist.');
}

function entryOf(world: World, request: CarrierRequest): QueueEntry {
  const entry = queueOf(world, request).entries.get(request.params.call_control_id ?? '');
  if (entry !== undefined) return entry;
  throw refusal('10005', 'The call is not in this queue.');
}

const positionOf = ({ queue, leg }: QueueEntry) =>
  [...queue.entries.keys()].indexOf(leg.callControlId) + 1;

const deleteQueue =
  (world: World): Handler =>
  (request) => {
    const queue = queueOf(world, request);
    if (queue.entries.size > 0) throw refusal('90050', 'Only empty queues can be deleted.');
    world.queues.delete(queue.name);
    return noContent();
  };

const removeCall =
  (world: World): Handler =>
  (request) => {
    const entry = entryOf(world, request);
    // What a removal does to a live call is not documented; it leaves like any other (DOMAIN §8.14).
    if (!entry.isAlive) dropEntry(world, entry);
    else if (world.switches.removeLiveCall === 'dequeue') dequeue(world, entry, 'leave');
    else throw refusal('90033', 'Only a call that has hung up can be removed.');
    return noContent();
  };

const patchCall =
  (world: World): Handler =>
  (request) => {
    const asked = parseBody(queueBodies.patchCall, request.body);
    const entry = entryOf(world, request);
    entry.keepAfterHangup = asked.keep_after_hangup ?? entry.keepAfterHangup;
    return noContent();
  };

const listCalls =
  (world: World): Handler =>
  (request) => {
    const queue = queueOf(world, request);
    const entries = [...queue.entries.values()].map((entry, at) => ({ entry, position: at + 1 }));
    return page(request.query, entries, ({ entry, position }) =>
      queueCallView(world, entry, position),
    );
  };

const updateQueue =
  (world: World): Handler =>
  (request) => {
    const asked = parseBody(queueBodies.update, request.body);
    const queue = queueOf(world, request);
    queue.maxSize = asked.max_size;
    queue.updatedAt = world.clock.now();
    return data(queueView(world, queue));
  };

/** Queues and the calls in them, by the queue's name (Q1 to Q9 of DOMAIN §1.2). */
export function queueRoutes(world: World): Route[] {
  const one = '/queues/:queue_name';
  const call = '/queues/:queue_name/calls/:call_control_id';
  return [
    [
      'GET',
      '/queues',
      ({ query }) =>
        page(query, [...liveQueues(world).values()], (queue) => queueView(world, queue)),
    ],
    [
      'POST',
      '/queues',
      ({ body }) => {
        const asked = parseBody(queueBodies.create, body);
        return data(queueView(world, createQueue(world, asked.queue_name, asked.max_size)));
      },
    ],
    ['GET', one, (request) => data(queueView(world, queueOf(world, request)))],
    ['POST', one, updateQueue(world)],
    ['DELETE', one, deleteQueue(world)],
    ['GET', '/queues/:queue_name/calls', listCalls(world)],
    [
      'GET',
      call,
      (request) => {
        const entry = entryOf(world, request);
        return data(queueCallView(world, entry, positionOf(entry)));
      },
    ],
    ['PATCH', call, patchCall(world)],
    ['DELETE', call, removeCall(world)],
  ];
}
