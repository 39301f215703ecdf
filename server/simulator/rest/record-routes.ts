import { type RecordedFiles } from '../audio/recorded-files';
import { siteOf } from '../network/conferences';
import { savedRecording } from '../network/recordings';
import { type Recording, type World } from '../network/world';
import { refusal } from '../refusal';
import { type Delivery, type DeliveryLog } from '../webhooks/delivery-log';
import { type CarrierRequest, data, type Handler, parseBody } from './carrier-request';
import { page } from './page';
import { type Route } from './router';
import { recordingBodies } from './schemas';
import { deliveryView, recordingView } from './views';

const equals = (query: URLSearchParams, field: string, value: string) => {
  const wanted = query.get(`filter[${field}]`);
  return wanted === null || wanted === value;
};

function momentIn(query: URLSearchParams, parameter: string): number | null {
  const text = query.get(parameter);
  if (text === null) return null;
  const moment = Date.parse(text);
  if (!Number.isNaN(moment)) return moment;
  throw refusal('10031', 'The value is not an ISO 8601 datetime.', { parameter });
}

function isWithin(query: URLSearchParams, field: string, at: number): boolean {
  const from = momentIn(query, `filter[${field}][gte]`);
  const to = momentIn(query, `filter[${field}][lte]`);
  return at >= (from ?? -Infinity) && at <= (to ?? Infinity);
}

const times = ['created_at', 'start_time', 'end_time'];

/** 400/10031 for a time that is compared in a way that the list does not know, or to no time. */
function requireTimes(query: URLSearchParams): void {
  for (const parameter of query.keys()) {
    const [, field, bound] = /^filter\[(\w+)\](?:\[(\w+)\])?$/.exec(parameter) ?? [];
    if (field === undefined || !times.includes(field)) continue;
    if (bound !== 'gte' && bound !== 'lte') {
      throw refusal('10031', 'Times are filtered by gte and lte.', { parameter });
    }
    momentIn(query, parameter);
  }
}

function isInRegion(query: URLSearchParams, { region }: Recording['conference']): boolean {
  const wanted = query.get('filter[conference_region]')?.toLowerCase();
  return wanted === undefined || wanted === region.toLowerCase() || wanted === siteOf[region];
}

const isRecordingAsked = (query: URLSearchParams, recording: Recording) => {
  const { conference } = recording;
  const { owner } = conference;
  const endedAt = recording.endedAt ?? recording.startedAt;
  return (
    equals(query, 'conference_id', conference.id) &&
    isInRegion(query, conference) &&
    equals(query, 'call_control_id', owner.callControlId) &&
    equals(query, 'call_leg_id', owner.callLegId) &&
    equals(query, 'call_session_id', owner.callSessionId) &&
    // The Call-ID of SIP is told nowhere: here it is the leg's.
    equals(query, 'sip_call_id', owner.callLegId) &&
    equals(query, 'connection_id', conference.connectionId) &&
    equals(query, 'from', owner.from) &&
    equals(query, 'to', owner.to) &&
    isWithin(query, 'created_at', endedAt) &&
    isWithin(query, 'start_time', recording.startedAt) &&
    isWithin(query, 'end_time', endedAt)
  );
};

/** Saved recordings, newest first (R1 to R4 of DOMAIN §1.2). */
export function recordingRoutes(world: World, files: RecordedFiles): Route[] {
  const remove = (recording: Recording) => {
    world.recordings.delete(recording.id);
    files.forget(recording);
  };
  const asked = ({ params }: CarrierRequest) => savedRecording(world, params.recording_id ?? '');
  const list: Handler = ({ query }) => {
    requireTimes(query);
    const saved = [...world.recordings.values()].reverse();
    const found = saved.filter((recording) => isRecordingAsked(query, recording));
    return page(query, found, (recording) => recordingView(world, recording));
  };
  const removeOne: Handler = (request) => {
    const recording = asked(request);
    remove(recording);
    return data(recordingView(world, recording));
  };
  const removeMany: Handler = ({ body }) => {
    const { ids } = parseBody(recordingBodies.remove, body);
    // All are found before the first is deleted: an unknown one leaves the others alone.
    const meant = world.switches.unknownDeletesFail
      ? ids.map((id, at) => savedRecording(world, id, `/ids/${at}`))
      : ids.flatMap((id) => world.recordings.get(id) ?? []);
    for (const recording of meant) remove(recording);
    return { status: 200, body: { status: 'ok' } };
  };
  return [
    ['GET', '/recordings', list],
    ['POST', '/recordings/actions/delete', removeMany],
    ['GET', '/recordings/:recording_id', (request) => data(recordingView(world, asked(request)))],
    ['DELETE', '/recordings/:recording_id', removeOne],
  ];
}

const isDeliveryAsked = (query: URLSearchParams, delivery: Delivery) => {
  const status = query.get('filter[status][eq]');
  const types = query.get('filter[event_type]');
  const webhook = query.get('filter[webhook][contains]');
  const attempts = query.get('filter[attempts][contains]');
  return (
    (delivery.state === 'delivered' || delivery.state === 'failed') &&
    (status === null || delivery.state === status) &&
    (types === null || types.split(',').includes(delivery.event.type)) &&
    (webhook === null || delivery.event.json.includes(webhook)) &&
    (attempts === null || JSON.stringify(delivery.attempts).includes(attempts)) &&
    isWithin(query, 'started_at', delivery.createdAt) &&
    isWithin(query, 'finished_at', delivery.finishedAt ?? delivery.createdAt)
  );
};

/** Webhook deliveries that are over, newest first (E2 of DOMAIN §1.2). */
export function deliveryRoutes(log: DeliveryLog): Route[] {
  const list: Handler = ({ query }) => {
    const asked = log.list().filter((delivery) => isDeliveryAsked(query, delivery));
    return page(query, asked, deliveryView);
  };
  const retrieve: Handler = ({ params }) => {
    const delivery = log.get(params.id ?? '');
    if (delivery === undefined) throw refusal('10005', 'The webhook delivery does not exist.');
    return data(deliveryView(delivery));
  };
  return [
    ['GET', '/webhook_deliveries', list],
    ['GET', '/webhook_deliveries/:id', retrieve],
  ];
}
