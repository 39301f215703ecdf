import type { CallControlId } from '../ids';
import { sizeOf, valuesOf } from '../keyed';
import { isMasked } from '../number';
import { farEnd } from '../party';
import type { Micros } from '../stamp';
import { type Conference, isSupervisor, type Participant } from './conference';
import { isPresent } from './view';

/**
 * The legs of people who left and came back on another leg, the newest leg of each left out. Who
 * comes back has the same number or address, unless several legs of it were in at once. A leg of
 * which neither is known is a person of its own.
 */
export function cameBack(conference: Conference): ReadonlySet<CallControlId> {
  const legsOf = new Map<string, Participant[]>();
  for (const leg of valuesOf(conference.participants)) {
    // Who supervises is told apart by the leg alone: a number would tell who that is.
    const who = isSupervisor(conference, leg.callControlId) ? null : whoOf(leg);
    const known = who === null ? undefined : legsOf.get(who);
    if (known !== undefined) known.push(leg);
    else if (who !== null) legsOf.set(who, [leg]);
  }
  const earlier = new Set<CallControlId>();
  for (const legs of legsOf.values()) {
    if (legs.length > 1) for (const id of followedIn(legs)) earlier.add(id);
  }
  return earlier;
}

/** How many people have ever been in; who came back is one person. */
export function everIn(conference: Conference): number {
  return sizeOf(conference.participants) - cameBack(conference).size;
}

// Two digits are left of a masked number: only with the name do they tell who it is.
function whoOf({ party }: Participant): string | null {
  const address = farEnd(party)?.trim() ?? '';
  if (address === '') return null;
  if (!isMasked(address)) return address;
  return party.callerName === null ? null : `${address} ${party.callerName}`;
}

/** Those of one number's legs that another followed once they were out, or that never were in. */
function followedIn(legs: readonly Participant[]): CallControlId[] {
  const were = legs.filter((leg) => leg.firstJoinedAt !== null);
  const followed = legs.filter((leg) => leg.firstJoinedAt === null);
  if (were.length === 0) followed.pop();
  const last: Participant[] = [];
  for (const leg of were.sort((a, b) => fromOf(a) - fromOf(b))) {
    const place = last.findIndex((before) => untilOf(before) <= fromOf(leg));
    const before = last[place];
    if (before === undefined) last.push(leg);
    else {
      followed.push(before);
      last[place] = leg;
    }
  }
  return followed.map(({ callControlId }) => callControlId);
}

function fromOf({ firstJoinedAt }: Participant): Micros {
  return firstJoinedAt ?? 0;
}

function untilOf(leg: Participant): Micros {
  if (isPresent(leg)) return leg.hungUp?.at ?? Infinity;
  return leg.left?.at ?? fromOf(leg);
}
