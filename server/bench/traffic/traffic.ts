import {
  beganAt,
  conferenceIdOf,
  connectionId,
  eventIdOf,
  type Gathering,
  legOf,
  partyOf,
} from './names';

/** `arrivals`: everybody is called and joins. `life`: a conference as it goes. `talk`: what its watchers see. */
export type TrafficKind = 'arrivals' | 'life' | 'talk';

/** Makes the bodies of webhooks, each with its own event id and a time after that of the one before. */
export interface Traffic {
  bodies(kind: TrafficKind, gatherings: readonly Gathering[], count: number): string[];
  /** The number of the next event. */
  next(): number;
}

type Deed = (conference: number, speaker: number, guest: number) => Webhook;

interface Webhook {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One guest's visit while the others talk: 10 of 18 events are floor changes, 5 are of a leg that comes and goes. */
const visit: readonly Deed[] = [
  initiated,
  answered,
  joined,
  floor,
  floor,
  floor,
  pressed,
  floor,
  floor,
  speakStarted,
  floor,
  floor,
  speakEnded,
  floor,
  floor,
  left,
  hungUp,
  floor,
];
const talk: readonly Deed[] = [
  floor,
  floor,
  floor,
  floor,
  speakStarted,
  floor,
  floor,
  floor,
  floor,
  speakEnded,
];
const arrival: readonly Deed[] = [initiated, answered, joined];

/** Makes traffic whose events are numbered from `first`. */
export function createTraffic(first: number): Traffic {
  let number = first;
  let visits = 0;
  const body = ({ type, payload }: Webhook): string => {
    const occurredAt = new Date(beganAt + 1000 + number).toISOString().replace('Z', '000Z');
    const event = { record_type: 'event', event_type: type, id: eventIdOf(number) };
    number += 1;
    return JSON.stringify({
      data: { ...event, occurred_at: occurredAt, payload: { ...payload, occurred_at: occurredAt } },
      meta: { attempt: 1, delivered_to: 'http://127.0.0.1/api/webhooks/telnyx' },
    });
  };
  const arrivals = (gatherings: readonly Gathering[]) =>
    gatherings.flatMap(({ index, people }) =>
      Array.from({ length: people }, (_, person) =>
        arrival.map((deed) => body(deed(index, person, person))),
      ).flat(),
    );
  const turns = (deeds: readonly Deed[], gatherings: readonly Gathering[], count: number) => {
    const visited = visits;
    visits += Math.ceil(count / gatherings.length / deeds.length);
    return Array.from({ length: count }, (_, i) => {
      const gathering = gatherings[i % gatherings.length];
      const turn = Math.floor(i / gatherings.length);
      const deed = deeds[turn % deeds.length];
      if (gathering === undefined || deed === undefined) throw new Error('Nobody has gathered');
      const { index, people } = gathering;
      // Every visit is a leg of its own, numbered after the people who stay.
      const guest = people + visited + Math.floor(turn / deeds.length);
      return body(deed(index, (turn * 7) % people, guest));
    });
  };
  return {
    bodies: (kind, gatherings, count) => {
      if (kind === 'arrivals') return arrivals(gatherings);
      return turns(kind === 'talk' ? talk : visit, gatherings, count);
    },
    next: () => number,
  };
}

function initiated(conference: number, _speaker: number, guest: number): Webhook {
  const state = { direction: 'incoming', state: 'parked', caller_id_name: `Guest ${guest}` };
  const extra = { connection_codecs: 'PCMU,PCMA,G722', offered_codecs: 'PCMU,PCMA', tags: [] };
  return { type: 'call.initiated', payload: { ...callOf(conference, guest), ...state, ...extra } };
}

function answered(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'call.answered', payload: { ...callOf(conference, guest), state: 'answered' } };
}

function joined(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'conference.participant.joined', payload: seatOf(conference, guest) };
}

function left(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'conference.participant.left', payload: seatOf(conference, guest) };
}

function hungUp(conference: number, _speaker: number, guest: number): Webhook {
  const why = { hangup_cause: 'normal_clearing', hangup_source: 'caller', sip_hangup_cause: '200' };
  return {
    type: 'call.hangup',
    payload: { ...callOf(conference, guest), state: 'hangup', ...why },
  };
}

function pressed(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'call.dtmf.received', payload: { ...callOf(conference, guest), digit: '5' } };
}

function floor(conference: number, speaker: number): Webhook {
  return { type: 'conference.floor.changed', payload: seatOf(conference, speaker) };
}

function speakStarted(conference: number): Webhook {
  return { type: 'conference.speak.started', payload: announcementOf(conference) };
}

function speakEnded(conference: number): Webhook {
  return { type: 'conference.speak.ended', payload: announcementOf(conference) };
}

function seatOf(conference: number, person: number) {
  return { ...legOf(conference, person), conference_id: conferenceIdOf(conference) };
}

function callOf(conference: number, person: number) {
  const startTime = new Date(beganAt).toISOString();
  return { ...legOf(conference, person), ...partyOf(conference, person), start_time: startTime };
}

function announcementOf(conference: number) {
  return {
    connection_id: connectionId,
    creator_call_session_id: legOf(conference, 0).call_session_id,
    conference_id: conferenceIdOf(conference),
  };
}
