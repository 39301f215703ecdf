import type { CallControlId } from '../ids';
import type { Micros } from '../stamp';

/** How a wait ended: with somebody, by giving up, or otherwise. */
export type WaitOutcome = 'answered' | 'abandoned' | 'other';

/** A wait in a queue that is over. */
export interface EndedWait {
  readonly callControlId: CallControlId;
  readonly enqueuedAt: Micros;
  readonly endedAt: Micros;
  readonly waitedMicros: number;
  readonly outcome: WaitOutcome;
  readonly reason: string | null;
}
