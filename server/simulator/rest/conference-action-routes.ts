import { type Fault, type Faults } from '../engine/faults';
import { joinConference, requireParticipant, setRole } from '../network/conferences';
import { endConference, leaveConference } from '../network/departures';
import { noteWhoIsHeard } from '../network/heard';
import { requireAlive, requireAnswered, setClientState } from '../network/legs';
import { type Conference, type Participant, type World } from '../network/world';
import { accepted, type Answer, type CarrierRequest, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { conferenceForCommand, participantsMeant } from './find-conference';
import { entranceOf } from './entrance';
import { type Route } from './router';
import { conferenceBodies } from './schemas';

/** What the actions of the conference family share. */
export interface ActionParts {
  readonly world: World;
  readonly memory: CommandMemory;
  readonly faults: Faults;
}

/** Changes each participant that a group command means, but for those to whom nothing is to be done. */
function changeEach(
  { world, faults }: ActionParts,
  request: CarrierRequest,
  body: { call_control_ids: string[]; region?: Conference['region'] | undefined },
  change: (participant: Participant) => void,
): Answer {
  const conference = conferenceForCommand(world, request.params.id ?? '', {
    region: body.region,
  });
  const meant = participantsMeant(world, conference, body.call_control_ids);
  const ignored = faults.hit('ignore');
  for (const participant of meant) {
    if (isIgnored(ignored, participant)) continue;
    change(participant);
    participant.updatedAt = world.clock.now();
  }
  noteWhoIsHeard(world, conference);
  return accepted();
}

function isIgnored(fault: Fault | null, { leg }: Participant): boolean {
  return fault !== null && (fault.legs === null || fault.legs.includes(leg.callControlId));
}

function join({ world, memory }: ActionParts, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.join, request.body);
  return memory.once('account', asked.command_id, () => {
    const conference = conferenceForCommand(world, request.params.id ?? '', asked);
    const leg = requireAlive(world, asked.call_control_id, '/call_control_id');
    requireAnswered(leg);
    joinConference(world, conference, leg, entranceOf(asked));
    setClientState(leg, asked.client_state);
    return accepted();
  });
}

function leave({ world, memory }: ActionParts, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.leave, request.body);
  return memory.once('account', asked.command_id, () => {
    const conference = conferenceForCommand(world, request.params.id ?? '', asked);
    const leg = requireAlive(world, asked.call_control_id, '/call_control_id');
    leaveConference(world, requireParticipant(conference, leg));
    return accepted();
  });
}

function update({ world, memory, faults }: ActionParts, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.update, request.body);
  return memory.once('account', asked.command_id, () => {
    const conference = conferenceForCommand(world, request.params.id ?? '', asked);
    const leg = requireAlive(world, asked.call_control_id, '/call_control_id');
    const participant = requireParticipant(conference, leg);
    if (world.switches.roleUpdates && !isIgnored(faults.hit('ignore'), participant)) {
      setRole(world, participant, asked.supervisor_role, asked.whisper_call_control_ids);
    }
    return accepted();
  });
}

function end({ world, memory }: ActionParts, request: CarrierRequest): Answer {
  const asked = parseBody(conferenceBodies.end, request.body);
  const id = request.params.id ?? '';
  return memory.once(`conference ${id}`, asked.command_id, () => {
    endConference(world, conferenceForCommand(world, id, 'anywhere'), 'ended_via_api', null);
    return accepted();
  });
}

/** Who is in, and how: join, leave, role, mute, hold, end (C7 to C13 and C21 of DOMAIN §1.2). */
export function conferenceActionRoutes(parts: ActionParts): Route[] {
  const mute =
    (muted: boolean) =>
    (request: CarrierRequest): Answer =>
      changeEach(parts, request, parseBody(conferenceBodies.mute, request.body), (participant) => {
        participant.muted = muted;
      });
  const hold = (request: CarrierRequest): Answer =>
    changeEach(parts, request, parseBody(conferenceBodies.hold, request.body), (participant) => {
      participant.held = true;
    });
  const unhold = (request: CarrierRequest): Answer => {
    const asked = parseBody(conferenceBodies.unhold, request.body);
    return changeEach(parts, request, asked, (participant) => {
      participant.held = false;
    });
  };
  const at = (action: string) => `/conferences/:id/actions/${action}`;
  return [
    ['POST', at('join'), (request) => join(parts, request)],
    ['POST', at('leave'), (request) => leave(parts, request)],
    ['POST', at('update'), (request) => update(parts, request)],
    ['POST', at('mute'), mute(true)],
    ['POST', at('unmute'), mute(false)],
    ['POST', at('hold'), hold],
    ['POST', at('unhold'), unhold],
    ['POST', at('end'), (request) => end(parts, request)],
  ];
}
