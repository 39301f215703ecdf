import type { Aggregate } from '../aggregate';
import type { QueueEvent } from './event';
import { evolve } from './evolve';
import { emptyQueue, type Queue } from './queue';

/** A queue as the log and the server fold it; it takes no commands yet. */
export const queueAggregate: Aggregate<Queue, QueueEvent, never> = {
  version: 1,
  initial: emptyQueue,
  evolve,
  foresee: (queue) => queue,
};
