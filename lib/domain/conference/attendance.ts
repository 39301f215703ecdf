import { type Numbered, timeOf } from '../event';
import type { CallControlId } from '../ids';
import { valuesOf } from '../keyed';
import { farEnd } from '../party';
import type { Micros } from '../stamp';
import { type Conference, isSupervisor } from './conference';
import type { ConferenceEvent } from './event';

/** From when until when somebody was in; null where that is not known, or is not over. */
export interface Stay {
  readonly from: Micros | null;
  readonly until: Micros | null;
}

/** Somebody who was in: the legs that were theirs, and each stay, in the order of time. */
export interface Attendance {
  readonly legs: readonly CallControlId[];
  readonly stays: readonly Stay[];
}

/** The event types that tell who was in when. */
export const attendanceEventTypes = [
  'participant.joined',
  'participant.left',
] as const satisfies ConferenceEvent['type'][];

type AttendanceEvent = Extract<
  Numbered<ConferenceEvent>,
  { type: (typeof attendanceEventTypes)[number] }
>;

/**
 * Who was in when. Who comes back has another leg and the same number or address: that is one person,
 * as long as no two of the legs were in at once. Events may come in any order.
 */
export function attendanceOf(
  conference: Conference,
  events: readonly Numbered<ConferenceEvent>[],
): Attendance[] {
  const byLeg = new Map<CallControlId, AttendanceEvent[]>();
  for (const event of events.filter(isAttendance)) {
    const known = byLeg.get(event.data.callControlId);
    if (known === undefined) byLeg.set(event.data.callControlId, [event]);
    else known.push(event);
  }
  const people: { readonly who: string; legs: CallControlId[]; stays: Stay[] }[] = [];
  const legs = valuesOf(conference.participants)
    .map(({ callControlId, party }) => ({
      callControlId,
      // Who supervises is told apart by the leg alone: a number would tell who that is.
      who: isSupervisor(conference, callControlId) ? '' : (farEnd(party)?.trim() ?? ''),
      stays: staysOf(byLeg.get(callControlId) ?? [], conference.ended?.at ?? null),
    }))
    .filter(({ stays }) => stays.length > 0)
    .sort((a, b) => beganAt(a.stays) - beganAt(b.stays));
  for (const { callControlId, who, stays } of legs) {
    const known = people.find(
      (person) => who !== '' && person.who === who && isAfter(person.stays, stays),
    );
    if (known === undefined) people.push({ who, legs: [callControlId], stays });
    else {
      known.legs.push(callControlId);
      known.stays.push(...stays);
    }
  }
  return people.map(({ legs: theirs, stays }) => ({ legs: theirs, stays }));
}

/** How long somebody was in, in microseconds, up to a moment; stays of unknown beginning count for nothing. */
export function timeIn({ stays }: Attendance, now: Micros): Micros {
  return stays.reduce(
    (sum, { from, until }) => sum + (from === null ? 0 : Math.max(0, (until ?? now) - from)),
    0,
  );
}

function isAttendance(event: Numbered<ConferenceEvent>): event is AttendanceEvent {
  return attendanceEventTypes.some((type) => type === event.type);
}

function staysOf(events: readonly AttendanceEvent[], endedAt: Micros | null): Stay[] {
  const stays: Stay[] = [];
  let from: Micros | null = null;
  for (const event of events.toSorted((a, b) => timeOf(a) - timeOf(b) || a.seq - b.seq)) {
    const at = timeOf(event);
    if (event.type === 'participant.joined') from ??= at;
    else if (from !== null || stays.length === 0) {
      stays.push({ from, until: at });
      from = null;
    }
  }
  if (from !== null) stays.push({ from, until: endedAt });
  return stays;
}

function beganAt([first]: readonly Stay[]): Micros {
  return first?.from ?? first?.until ?? 0;
}

function isAfter(earlier: readonly Stay[], later: readonly Stay[]): boolean {
  const last = earlier.at(-1)?.until ?? null;
  return last !== null && last <= beganAt(later);
}
