import { beganAt, eventIdOf, legOf, partyOf } from './names';

/** What a webhook of the traffic says. */
export interface Webhook {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The body in which the carrier delivers it: the event of this number, at this moment (milliseconds since 1970). */
export function bodyOf(number: number, { type, payload }: Webhook, atMs: number): string {
  const occurredAt = new Date(atMs).toISOString().replace('Z', '000Z');
  const event = { record_type: 'event', event_type: type, id: eventIdOf(number) };
  return JSON.stringify({
    data: { ...event, occurred_at: occurredAt, payload: { ...payload, occurred_at: occurredAt } },
    meta: { attempt: 1, delivered_to: 'http://127.0.0.1/api/webhooks/telnyx' },
  });
}

/** Somebody calls. */
export function callInitiated(conference: number, person: number): Webhook {
  const state = { direction: 'incoming', state: 'parked', caller_id_name: `Guest ${person}` };
  const extra = { connection_codecs: 'PCMU,PCMA,G722', offered_codecs: 'PCMU,PCMA', tags: [] };
  return { type: 'call.initiated', payload: { ...callOf(conference, person), ...state, ...extra } };
}

/** Their call is answered. */
export function callAnswered(conference: number, person: number): Webhook {
  return { type: 'call.answered', payload: { ...callOf(conference, person), state: 'answered' } };
}

/** They press a key. */
export function callKeyed(conference: number, person: number, digit: string): Webhook {
  return { type: 'call.dtmf.received', payload: { ...callOf(conference, person), digit } };
}

/** Their call is over. */
export function callHungUp(conference: number, person: number): Webhook {
  const why = { hangup_cause: 'normal_clearing', hangup_source: 'caller', sip_hangup_cause: '200' };
  return {
    type: 'call.hangup',
    payload: { ...callOf(conference, person), state: 'hangup', ...why },
  };
}

function callOf(conference: number, person: number) {
  const startTime = new Date(beganAt).toISOString();
  return { ...legOf(conference, person), ...partyOf(conference, person), start_time: startTime };
}
