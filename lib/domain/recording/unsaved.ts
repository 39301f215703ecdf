import type { Conference } from '../conference/conference';
import { isCompleted, recordingOf } from '../conference/view';
import { sizeOf } from '../keyed';
import type { Micros } from '../stamp';

/**
 * For how long one may be on its way: the carrier takes seconds, and its list is read every five minutes for
 * those that no webhook announced.
 */
export const savedWithin: Micros = 600_000_000;

/** Recordings that are over and that the carrier has not saved. */
export interface UnsavedRecordings {
  readonly count: number;
  /** When the last of them ended. */
  readonly since: Micros;
  /** Whose clock that is by: an end is told by the carrier, a stop was our command. */
  readonly clock: 'ours' | 'carrier';
}

/**
 * Recordings that were started from here, are over and have not been saved; null where there are none. The
 * carrier tells nothing of a recording before it has saved it (DOMAIN §4.7).
 */
export function unsavedRecordings(conference: Conference): UnsavedRecordings | null {
  const steps = conference.recordingSteps;
  const { phase } = recordingOf(conference);
  const isRunning = phase === 'recording' || phase === 'paused';
  const started = steps.filter(({ isStart }) => isStart).length;
  const count = started - sizeOf(conference.recordings) - (isRunning ? 1 : 0);
  if (count <= 0) return null;
  if (conference.ended !== null) return { count, since: conference.ended.at, clock: 'carrier' };
  // Where nobody told of an end, or of a stop, nobody knows since when.
  const stop = steps.findLast(({ to }) => to === 'stopped');
  const last = isCompleted(conference) ? (stop ?? steps.at(-1)) : stop;
  return last === undefined ? null : { count, since: last.at, clock: 'ours' };
}
