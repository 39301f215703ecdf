import { type VirtualClock } from '../engine/clock';
import { type Ids } from '../engine/ids';
import { type Emit, type TimeIn } from '../network/world';
import { type Switches } from '../options';

/** One event, ready to be delivered any number of times. */
export interface CarrierEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The event as JSON; what an attempt adds comes after it. */
  readonly json: string;
  /** Whether it goes out without the `data` wrapper. */
  readonly bare: boolean;
}

/** A carrier's time with microseconds, as in its webhooks (DOMAIN §1.0). */
function microsToIso(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros % 1000).padStart(3, '0');
  return `${new Date(millis).toISOString().slice(0, -1)}${rest}Z`;
}

/** Makes the function that turns what happened into events; their times strictly increase. */
export function createEmit(
  parts: { clock: VirtualClock; ids: Ids; switches: Switches },
  send: (event: CarrierEvent) => void,
): Emit {
  const { clock, ids, switches } = parts;
  let last = 0;
  let count = 0;

  const timeFor = (timeIn: TimeIn, type: string, occurredAt: string) => {
    const time = { occurred_at: occurredAt };
    if (switches.strictOccurredAt || !type.startsWith('conference.')) {
      return { data: timeIn === 'data' ? time : {}, payload: timeIn === 'payload' ? time : {} };
    }
    return { data: time, payload: timeIn === 'nowhere' ? {} : time };
  };

  return (type, timeIn, payload) => {
    count += 1;
    last = Math.max(last + 1, Math.floor(clock.now()) * 1000 + ((count * 137) % 1000));
    const occurredAt = microsToIso(last);
    const id = ids.uuid();
    const time = timeFor(timeIn, type, occurredAt);
    const timed = { ...payload, ...time.payload };
    const data = { record_type: 'event', event_type: type, id, ...time.data, payload: timed };
    const bare = switches.bareFloor && type === 'conference.floor.changed';
    send({ id, type, occurredAt, payload: timed, json: JSON.stringify(data), bare });
  };
}
