import type { Aggregate } from '../aggregate';
import type { CallControlId } from '../ids';
import { type Call, emptyCall } from './call';
import type { CallCommand } from './command';
import type { CallEvent } from './event';
import { evolve, withSent } from './evolve';

/** One call leg as the log, the server and every browser fold it. */
export const callAggregate: Aggregate<Call, CallEvent, CallCommand> = {
  version: 5,
  initial: (key) => emptyCall(key as CallControlId),
  evolve,
  foresee: (call, pending) => withSent(call, pending, pending.command),
};
