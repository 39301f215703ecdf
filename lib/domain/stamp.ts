/** A point in time in whole microseconds since 1970. */
export type Micros = number;

/** When the carrier says a fact happened, and the id of the event that told it. */
export interface Stamp {
  readonly at: Micros;
  readonly id: string;
}

/** A fact and when it happened. */
export interface Stamped<T> extends Stamp {
  readonly value: T;
}

/** Whether `a` happened after `b`; a tie goes to the greater event id, so every order agrees. */
export function isNewer(a: Stamp, b: Stamp | null): boolean {
  if (b === null) return true;
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}

/** The newer of two facts of the same kind; the same reference as `known` when it stands. */
export function newest<S extends Stamp>(known: S | null, heard: S): S {
  return known !== null && !isNewer(heard, known) ? known : heard;
}
