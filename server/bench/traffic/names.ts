import { createHash } from 'node:crypto';

/** A conference of the traffic: which one, and how many people sit in it all the time. */
export interface Gathering {
  readonly index: number;
  readonly people: number;
}

/** The connection that all conferences of the traffic belong to. */
export const connectionId = '1494404757140276705';

/** When the traffic's conferences began: long enough ago for every event of theirs to be later. */
export const beganAt = Date.now() - 3_600_000;

/** The id of a conference of the traffic. */
export function conferenceIdOf(index: number): string {
  return `c0000000-0000-4000-8000-${hex(index)}`;
}

/** The name of a queue of the traffic. */
export function queueNameOf(index: number): string {
  return `bench-queue-${index}`;
}

/** How every event id of the traffic begins; what follows is the event's number. */
export const eventIdStart = 'e0000000-0000-4000-8000-';

/** The id of the event with this number. */
export function eventIdOf(number: number): string {
  return `${eventIdStart}${hex(number)}`;
}

/** A leg's ids, of the length and look of the carrier's. */
export function legOf(conference: number, person: number) {
  const call = hash(`${conference}/${person}`);
  return {
    call_control_id: `v3:${hash(`conference ${conference}`).slice(0, 20)}${call}`,
    call_leg_id: `a0000000-0000-11ef-${hex(conference).slice(-4)}-${hex(person)}`,
    call_session_id: `b0000000-0000-11ef-${hex(conference).slice(-4)}-${hex(person)}`,
    connection_id: connectionId,
    client_state: null,
  };
}

/** The numbers of a leg. */
export function partyOf(conference: number, person: number) {
  const number = 2_000_000_000 + conference * 100_000 + person;
  return { from: `+1${number}`, to: '+12025550100' };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function hex(number: number): string {
  return number.toString(16).padStart(12, '0');
}
