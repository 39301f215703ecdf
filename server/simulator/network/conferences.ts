import { refusal } from '../refusal';
import { announceCreated, announceFloor, announceJoined } from './announce-conference';
import { detach, endConference } from './departures';
import { noteWhoIsHeard } from './heard';
import {
  type Conference,
  isHeld,
  isMuted,
  isSupervisor,
  type Leg,
  type Participant,
  type Region,
  silentSpeaker,
  type SupervisorRole,
  type World,
} from './world';

const LONGEST_LIFE_MS = 4 * 3_600_000;
const DEFAULT_MAX_PARTICIPANTS = 250;

/** What `POST /conferences` may decide. */
export interface NewConference {
  readonly name: string;
  readonly region?: Region | undefined;
  readonly maxParticipants?: number | undefined;
  readonly durationMinutes?: number | undefined;
  readonly starts: boolean;
}

/** How somebody enters; what is left out is the carrier's default. */
export interface Entrance {
  readonly mute?: boolean | undefined;
  readonly hold?: boolean | undefined;
  readonly role?: SupervisorRole | undefined;
  readonly whisperTo?: readonly string[] | undefined;
  readonly endOnExit?: boolean | undefined;
  readonly softEndOnExit?: boolean | undefined;
  readonly startsConference?: boolean | undefined;
}

/** The region of an account that never said another. */
export const homeRegion: Region = 'US';

/** The site that stands in answers for a region (DOMAIN §4.8). */
export const siteOf: Record<Region, string> = {
  Australia: 'sy1',
  Europe: 'fr5',
  'Middle East': 'dx1',
  US: 'sv1',
};

function enter(world: World, conference: Conference, leg: Leg, entrance: Entrance): Participant {
  const now = world.clock.now();
  const participant: Participant = {
    id: world.ids.uuid(),
    leg,
    conference,
    joinedAt: now,
    status: 'joined',
    updatedAt: now,
    muted: entrance.mute ?? false,
    held: entrance.hold ?? false,
    waiting: conference.status === 'init',
    role: entrance.role ?? 'none',
    whisperTo: entrance.role === 'whisper' ? (entrance.whisperTo ?? []) : [],
    endOnExit: entrance.endOnExit ?? false,
    softEndOnExit: entrance.softEndOnExit ?? false,
    speaker: silentSpeaker(),
  };
  leg.participant = participant;
  conference.present.set(leg.callControlId, participant);
  conference.presentById.set(participant.id, participant);
  return participant;
}

/** 90033 while a conference of this name is active. */
export function requireNameFree(world: World, name: string): void {
  if (!world.activeByName.has(name)) return;
  throw refusal('90033', "Conference with given name already exists and it's active.");
}

/** A conference that nobody is in, and of which nobody knows yet. */
export function makeConference(
  world: World,
  owner: Leg,
  asked: NewConference & { readonly id?: string | undefined },
): Conference {
  const now = world.clock.now();
  const lifeMs = Math.min(LONGEST_LIFE_MS, (asked.durationMinutes ?? Infinity) * 60_000);
  return {
    id: asked.id ?? world.ids.uuid(),
    name: asked.name,
    region: asked.region ?? homeRegion,
    connectionId: owner.connectionId,
    owner,
    createdAt: now,
    expiresAt: now + lifeMs,
    maxParticipants: asked.maxParticipants ?? DEFAULT_MAX_PARTICIPANTS,
    updatedAt: now,
    status: asked.starts ? 'in_progress' : 'init',
    closing: null,
    endReason: null,
    endedBy: null,
    present: new Map(),
    presentById: new Map(),
    left: [],
    floor: null,
    talking: null,
    recordings: new Set(),
    speaker: silentSpeaker(),
    expiry: null,
  };
}

/** Makes a conference around a leg; 90033 while another of that name is active. */
export function createConference(
  world: World,
  owner: Leg,
  asked: NewConference,
  entrance: Entrance = {},
): Conference {
  requireNameFree(world, asked.name);
  detach(world, owner, world.switches.dequeueReason);
  const conference = makeConference(world, owner, asked);
  conference.expiry = world.clock.in(conference.expiresAt - conference.createdAt, () => {
    endConference(world, conference, 'time_exceeded', null);
  });
  world.conferences.set(conference.id, conference);
  world.activeByName.set(conference.name, conference);
  const participant = enter(world, conference, owner, entrance);
  if (world.switches.floorBeforeCreated) talk(world, owner);
  announceCreated(world, conference);
  announceJoined(world, participant);
  return conference;
}

function requireRoom(world: World, conference: Conference, entrance: Entrance): void {
  const { supervisorsCount } = world.switches;
  const entersAsSupervisor = entrance.role === 'monitor' || entrance.role === 'whisper';
  if (!supervisorsCount && entersAsSupervisor) return;
  const counted = supervisorsCount
    ? conference.present.size
    : [...conference.present.values()].filter((participant) => !isSupervisor(participant)).length;
  if (counted < conference.maxParticipants) return;
  throw refusal(
    '90032',
    `The maximum allowed value of \`max_participants\` has been reached at ${conference.maxParticipants}.`,
  );
}

/** A leg joins: 90019, 90044 or 90032 as DOMAIN §4.3 says. It leaves where it was. */
export function joinConference(
  world: World,
  conference: Conference,
  leg: Leg,
  entrance: Entrance,
): void {
  requireOpen(conference);
  if (conference.closing !== null) {
    throw refusal('90019', 'This conference takes no more participants: it ends when it is empty.');
  }
  if (conference.present.has(leg.callControlId)) {
    throw refusal('90044', 'The call is in this conference already.');
  }
  requireRoom(world, conference, entrance);
  detach(world, leg, world.switches.dequeueReason);
  announceJoined(world, enter(world, conference, leg, entrance));
  if (entrance.startsConference === true && conference.status === 'init') {
    startConference(world, conference);
  }
}

function startConference(world: World, conference: Conference): void {
  conference.status = 'in_progress';
  conference.updatedAt = world.clock.now();
  for (const participant of conference.present.values()) participant.waiting = false;
  noteWhoIsHeard(world, conference);
}

/** 90019 when it is over. */
export function requireOpen(conference: Conference): void {
  if (conference.status !== 'completed') return;
  throw refusal('90019', "This conference is no longer active and can't receive commands.");
}

/** The participant that this leg is in this conference; 90015 when it is not. */
export function requireParticipant(conference: Conference, leg: Leg): Participant {
  const participant = conference.present.get(leg.callControlId);
  if (participant !== undefined) return participant;
  throw refusal('90015', 'The call is not a participant of this conference.', {
    pointer: '/call_control_id',
  });
}

/** A leg speaks. The floor changes unless it is not heard, or has the floor already. */
export function talk(world: World, leg: Leg): boolean {
  const { participant } = leg;
  if (participant === null || leg.state !== 'answered') return false;
  if (isMuted(participant) || isHeld(participant)) return false;
  const { conference } = participant;
  conference.talking = leg;
  noteWhoIsHeard(world, conference);
  if (conference.floor === leg.callControlId) return false;
  conference.floor = leg.callControlId;
  announceFloor(world, conference, leg);
  return true;
}

/** A leg falls silent, which the carrier tells nobody; only its recordings show it. */
export function stopTalking(world: World, leg: Leg): void {
  const conference = leg.participant?.conference;
  if (conference?.talking !== leg) return;
  conference.talking = null;
  noteWhoIsHeard(world, conference);
}

/** Changes what a supervisor hears and who hears them (DOMAIN §4.4). */
export function setRole(
  world: World,
  participant: Participant,
  role: SupervisorRole,
  whisperTo: readonly string[],
): void {
  participant.role = role;
  participant.whisperTo = role === 'whisper' ? whisperTo : [];
  participant.updatedAt = world.clock.now();
  noteWhoIsHeard(world, participant.conference);
}
