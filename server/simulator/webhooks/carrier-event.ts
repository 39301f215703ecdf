import { type VirtualClock } from '../engine/clock';
import { type Ids } from '../engine/ids';
import { type WebhookRoute } from '../network/webhook-routes';
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
  readonly route: WebhookRoute;
}

/** A carrier's time with microseconds, as in its webhooks (DOMAIN §1.0). */
function microsToIso(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros % 1000).padStart(3, '0');
  return `${new Date(millis).toISOString().slice(0, -1)}${rest}Z`;
}

/** The older and flat shape of webhook API version 1 (DOMAIN §2.1). */
const versionOne = (id: string, type: string, occurredAt: string, payload: object) => ({
  record_type: 'event',
  id,
  event_type: type.replaceAll('.', '_'),
  created_at: occurredAt,
  payload,
});

/** What events are made with. */
export interface EmitParts {
  readonly clock: VirtualClock;
  readonly ids: Ids;
  readonly switches: Switches;
  /** Where an event goes; null when nobody is told. */
  readonly routeOf: (type: string, payload: Record<string, unknown>) => WebhookRoute | null;
}

/** Makes the function that turns what happened into events; their times strictly increase. */
export function createEmit(parts: EmitParts, send: (event: CarrierEvent) => void): Emit {
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
    const route = parts.routeOf(type, payload);
    if (route === null) return;
    count += 1;
    last = Math.max(last + 1, Math.floor(clock.now()) * 1000 + ((count * 137) % 1000));
    const occurredAt = microsToIso(last);
    const id = ids.uuid();
    const time = timeFor(timeIn, type, occurredAt);
    const timed = { ...payload, ...time.payload };
    const data = { record_type: 'event', event_type: type, id, ...time.data, payload: timed };
    const isOld = route.version === '1';
    const json = JSON.stringify(isOld ? versionOne(id, type, occurredAt, timed) : data);
    const bare = isOld || (switches.bareFloor && type === 'conference.floor.changed');
    send({ id, type, occurredAt, payload: timed, json, bare, route });
  };
}
