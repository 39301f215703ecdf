import { beganAt, conferenceIdOf, connectionId, type Gathering, legOf } from './names';
import type { Step } from './floor';
import { stepWebhook } from './step-webhook';
import {
  bodyOf,
  callAnswered,
  callHungUp,
  callInitiated,
  callKeyed,
  type Webhook,
} from './webhook';

/** `arrivals`: everybody is called and joins. `life`: a conference as it goes. `talk`: what its watchers see. */
export type TrafficKind = 'arrivals' | 'life' | 'talk';

/** Makes the bodies of webhooks, each with its own event id and a time after that of the one before. */
export interface Traffic {
  bodies(kind: TrafficKind, gatherings: readonly Gathering[], count: number): string[];
  /** What the steps of callers to queues are told by, at the times that they have. */
  told(steps: readonly Step[]): string[];
  /** The number of the next event. */
  next(): number;
}

type Deed = (conference: number, speaker: number, guest: number) => Webhook;

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
  const body = (webhook: Webhook, atMs = beganAt + 1000 + number): string => {
    const written = bodyOf(number, webhook, atMs);
    number += 1;
    return written;
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
    told: (steps) => steps.map((step) => body(stepWebhook(step), step.atMs)),
    next: () => number,
  };
}

function initiated(conference: number, _speaker: number, guest: number): Webhook {
  return callInitiated(conference, guest);
}

function answered(conference: number, _speaker: number, guest: number): Webhook {
  return callAnswered(conference, guest);
}

function joined(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'conference.participant.joined', payload: seatOf(conference, guest) };
}

function left(conference: number, _speaker: number, guest: number): Webhook {
  return { type: 'conference.participant.left', payload: seatOf(conference, guest) };
}

function hungUp(conference: number, _speaker: number, guest: number): Webhook {
  return callHungUp(conference, guest);
}

function pressed(conference: number, _speaker: number, guest: number): Webhook {
  return callKeyed(conference, guest, '5');
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

function announcementOf(conference: number) {
  return {
    connection_id: connectionId,
    creator_call_session_id: legOf(conference, 0).call_session_id,
    conference_id: conferenceIdOf(conference),
  };
}
