import type { Envelope } from './event';
import { newest, type Stamp, type Stamped } from './stamp';

/** When the carrier says it happened. Facts of the carrier always carry its time. */
export function stampOf(event: Envelope): Stamp {
  return { at: event.occurredAt ?? event.receivedAt, id: event.id };
}

/** A fact with the stamp of the event that told it. */
export function stamped<T>(event: Envelope, value: T): Stamped<T> {
  return { ...stampOf(event), value };
}

/** The thing with the newer of two facts in one register; the same reference when nothing is newer. */
export function withNewest<T extends object, K extends keyof T>(
  thing: T,
  register: K,
  heard: NonNullable<T[K]> & Stamp,
): T {
  const known = thing[register] as Stamp | null;
  return newest<Stamp>(known, heard) === known ? thing : { ...thing, [register]: heard };
}
