import type { CallControlId } from '../ids';
import type { Party } from '../party';

interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: Data & { readonly callControlId: CallControlId };
}

/** Everything that can happen to a queue. */
export type QueueEvent =
  | Event<'call.enqueued', { position: number | null; connectionId: string | null; party: Party }>
  | Event<'call.dequeued', { reason: string | null; waitedSeconds: number | null }>
  | Event<'queueCall.identified', { party: Party }>
  | Event<'queueCall.hungUp', { cause: string | null }>;
