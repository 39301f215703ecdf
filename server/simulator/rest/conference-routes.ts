import { createConference, homeRegion, requireNameFree } from '../network/conferences';
import { requireAlive, requireAnswered, setClientState } from '../network/legs';
import {
  isHeld,
  isMuted,
  type Participant,
  type Region,
  regions,
  type World,
} from '../network/world';
import { refusal } from '../refusal';
import { type CarrierRequest, data, type Handler, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { conferenceById } from './find-conference';
import { page } from './page';
import { type Route } from './router';
import { conferenceBodies } from './schemas';
import { conferenceView, participantRow, participantView } from './views';

function regionAsked(query: URLSearchParams): Region | undefined {
  const text = query.get('region');
  if (text === null || text === '') return undefined;
  const region = regions.find((each) => each === text);
  if (region !== undefined) return region;
  const detail = `The value must be one of: ${regions.join(', ')}.`;
  throw refusal('10032', detail, { parameter: 'region' });
}

const listConferences =
  (world: World): Handler =>
  ({ query }) => {
    const name = query.get('filter[name]');
    const status = query.get('filter[status]');
    const region = regionAsked(query) ?? homeRegion;
    const matching = [...world.conferences.values()].filter(
      (conference) =>
        conference.region === region &&
        (name === null || conference.name === name) &&
        (status === null || conference.status === status),
    );
    matching.sort((a, b) => b.expiresAt - a.expiresAt);
    return page(query, matching, conferenceView);
  };

const create =
  (world: World, memory: CommandMemory): Handler =>
  ({ body }) => {
    const asked = parseBody(conferenceBodies.create, body);
    return memory.once('account', asked.command_id, () => {
      const owner = requireAlive(world, asked.call_control_id, '/call_control_id');
      requireAnswered(owner);
      requireNameFree(world, asked.name);
      setClientState(owner, asked.client_state);
      const conference = createConference(world, owner, {
        name: asked.name,
        region: asked.region,
        maxParticipants: asked.max_participants,
        durationMinutes: asked.duration_minutes,
        starts: asked.start_conference_on_create,
      });
      return data(conferenceView(conference));
    });
  };

function flag(query: URLSearchParams, parameter: string): boolean | null {
  const text = query.get(parameter);
  if (text === null || text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  throw refusal('10026', 'The value must be true or false.', { parameter });
}

const listParticipants =
  (world: World): Handler =>
  ({ params, query }) => {
    const where = { region: regionAsked(query) };
    const conference = conferenceById(world, params.conference_id ?? '', where);
    const muted = flag(query, 'filter[muted]');
    const onHold = flag(query, 'filter[on_hold]');
    const whispering = flag(query, 'filter[whispering]');
    const rows = [...conference.left, ...conference.present.values()].filter(
      (participant) =>
        (muted === null || isMuted(participant) === muted) &&
        (onHold === null || isHeld(participant) === onHold) &&
        (whispering === null || isWhispering(participant) === whispering),
    );
    return page(query, rows, participantRow);
  };

const isWhispering = ({ role, whisperTo }: Participant) =>
  role === 'whisper' && whisperTo.length > 0;

function participantOf(world: World, { params }: CarrierRequest): Participant {
  const conference = conferenceById(world, params.id ?? '', 'anywhere');
  const id = params.participant_id ?? '';
  const found =
    conference.presentById.get(id) ?? conference.left.find((participant) => participant.id === id);
  if (found !== undefined) return found;
  throw refusal('10005', 'The participant does not exist.');
}

const patchParticipant =
  (world: World): Handler =>
  (request) => {
    const asked = parseBody(conferenceBodies.patchParticipant, request.body);
    const participant = participantOf(world, request);
    participant.endOnExit = asked.end_conference_on_exit ?? participant.endOnExit;
    participant.softEndOnExit = asked.soft_end_conference_on_exit ?? participant.softEndOnExit;
    participant.updatedAt = world.clock.now();
    return data(participantView(participant));
  };

/** Conferences and participants as things to read, make and change (C1 to C6 of DOMAIN §1.2). */
export function conferenceRoutes(world: World, memory: CommandMemory): Route[] {
  return [
    ['GET', '/conferences', listConferences(world)],
    ['POST', '/conferences', create(world, memory)],
    [
      'GET',
      '/conferences/:id',
      ({ params, query }) => {
        const where = { region: regionAsked(query) };
        return data(conferenceView(conferenceById(world, params.id ?? '', where)));
      },
    ],
    ['GET', '/conferences/:conference_id/participants', listParticipants(world)],
    [
      'GET',
      '/conferences/:id/participants/:participant_id',
      (request) => data(participantView(participantOf(world, request))),
    ],
    ['PATCH', '/conferences/:id/participants/:participant_id', patchParticipant(world)],
  ];
}
