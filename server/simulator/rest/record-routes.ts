import { type Recording, type World } from '../network/world';
import { refusal } from '../refusal';
import { type Delivery, type DeliveryLog } from '../webhooks/delivery-log';
import { data, type Handler } from './carrier-request';
import { page } from './page';
import { type Route } from './router';
import { deliveryView, recordingView } from './views';

const equals = (query: URLSearchParams, field: string, value: string) => {
  const wanted = query.get(`filter[${field}]`);
  return wanted === null || wanted === value;
};

function isWithin(query: URLSearchParams, field: string, at: number): boolean {
  const limit = (bound: string, otherwise: number) => {
    const text = query.get(`filter[${field}][${bound}]`);
    const value = text === null ? otherwise : Date.parse(text);
    return Number.isNaN(value) ? otherwise : value;
  };
  return at >= limit('gte', -Infinity) && at <= limit('lte', Infinity);
}

const isRecordingAsked = (query: URLSearchParams, recording: Recording) => {
  const { conference } = recording;
  const { owner } = conference;
  const endedAt = recording.endedAt ?? recording.startedAt;
  return (
    equals(query, 'conference_id', conference.id) &&
    equals(query, 'call_control_id', owner.callControlId) &&
    equals(query, 'call_leg_id', owner.callLegId) &&
    equals(query, 'call_session_id', owner.callSessionId) &&
    equals(query, 'connection_id', conference.connectionId) &&
    equals(query, 'from', owner.from) &&
    equals(query, 'to', owner.to) &&
    isWithin(query, 'created_at', endedAt) &&
    isWithin(query, 'start_time', recording.startedAt) &&
    isWithin(query, 'end_time', endedAt)
  );
};

/** Saved recordings, newest first (R1 and R2 of DOMAIN §1.2). */
export function recordingRoutes(world: World): Route[] {
  const list: Handler = ({ query }) => {
    const saved = [...world.recordings.values()].reverse();
    const asked = saved.filter((recording) => isRecordingAsked(query, recording));
    return page(query, asked, (recording) => recordingView(world, recording));
  };
  const retrieve: Handler = ({ params }) => {
    const recording = world.recordings.get(params.recording_id ?? '');
    if (recording === undefined) throw refusal('10005', 'The recording does not exist.');
    return data(recordingView(world, recording));
  };
  return [
    ['GET', '/recordings', list],
    ['GET', '/recordings/:recording_id', retrieve],
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
