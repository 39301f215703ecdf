/** Who is at the far end of a call leg, as far as its events have told (DOMAIN §2.4). */
export interface Party {
  readonly from: string | null;
  readonly to: string | null;
  readonly direction: 'incoming' | 'outgoing' | null;
  readonly callerName: string | null;
}

/** Nothing known yet. */
export const unknownParty: Party = { from: null, to: null, direction: null, callerName: null };

/**
 * Both sides' knowledge in one: a known field beats an unknown one, and of two that differ the
 * greater is kept, so that the order of hearing does not matter. The same reference as `a` when
 * `b` adds nothing.
 */
export function mergedParty(a: Party, b: Party): Party {
  const merged: Party = {
    from: greater(a.from, b.from),
    to: greater(a.to, b.to),
    direction: greater(a.direction, b.direction),
    callerName: greater(a.callerName, b.callerName),
  };
  const isSame =
    merged.from === a.from &&
    merged.to === a.to &&
    merged.direction === a.direction &&
    merged.callerName === a.callerName;
  return isSame ? a : merged;
}

/** The number or address of the far end: the caller of an incoming call, the called of an outgoing. */
export function farEnd(party: Party): string | null {
  return party.direction === 'outgoing' ? party.to : party.from;
}

function greater<T extends string>(a: T | null, b: T | null): T | null {
  if (a === null) return b;
  if (b === null) return a;
  return a >= b ? a : b;
}
