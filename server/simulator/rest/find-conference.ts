import { homeRegion, requireOpen } from '../network/conferences';
import { type Conference, type Participant, type Region, type World } from '../network/world';
import { refusal } from '../refusal';

/** Where a request looks: one region, or everywhere for the commands that name none (DOMAIN §4.8). */
export type Where = { readonly region?: Region | undefined } | 'anywhere';

const isThere = (conference: Conference, where: Where) =>
  where === 'anywhere' || conference.region === (where.region ?? homeRegion);

/** The conference of this id; 404/90058 when there is none where the request looks. */
export function conferenceById(world: World, id: string, where: Where): Conference {
  const conference = world.conferences.get(id);
  if (conference !== undefined && isThere(conference, where)) return conference;
  throw refusal('90058', `The conference '${id}' does not exist.`);
}

function byName(world: World, name: string): Conference | undefined {
  const active = world.activeByName.get(name);
  if (active !== undefined) return active;
  return [...world.conferences.values()].findLast((conference) => conference.name === name);
}

/** The conference that a command is for, by id or by name; 90019 when it is over. */
export function conferenceForCommand(world: World, idOrName: string, where: Where): Conference {
  const found = world.conferences.get(idOrName) ?? byName(world, idOrName);
  const conference = conferenceById(world, found?.id ?? idOrName, where);
  requireOpen(conference);
  return conference;
}

/** Whom a group command means: those it names, or everybody when it names none (DOMAIN §4.5). */
export function participantsMeant(
  world: World,
  conference: Conference,
  callControlIds: readonly string[],
): Participant[] {
  if (conference.present.size === 0) {
    throw refusal('90033', 'The conference has no active participants.');
  }
  if (callControlIds.length === 0) return [...conference.present.values()];
  return [...new Set(callControlIds)].flatMap((callControlId, at) => {
    const participant = conference.present.get(callControlId);
    if (participant !== undefined) return [participant];
    const pointer = `/call_control_ids/${at}`;
    if (!world.legs.has(callControlId)) {
      throw refusal('90015', 'The call_control_id provided was not valid.', { pointer });
    }
    if (world.switches.strangersFail) {
      throw refusal('10005', 'The call is not in this conference.', { pointer });
    }
    return [];
  });
}
