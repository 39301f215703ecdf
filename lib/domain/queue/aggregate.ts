import type { Aggregate } from '../aggregate';
import type { QueueCommand } from './command';
import { decide } from './decide';
import type { QueueEvent } from './event';
import { evolve } from './evolve';
import { withSent } from './evolve-command';
import { emptyQueue, type Queue } from './queue';

/** A queue as the log, the server and every browser fold it. */
export const queueAggregate: Aggregate<Queue, QueueEvent, QueueCommand> = {
  version: 2,
  initial: emptyQueue,
  evolve,
  foresee: (queue, pending) => {
    const decision = decide(queue, pending.command);
    return decision.ok ? withSent(queue, pending, decision.command) : queue;
  },
};
