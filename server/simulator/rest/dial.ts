import { bridge } from '../network/bridges';
import { createConference, joinConference, requireOpen } from '../network/conferences';
import { type DialPlan, dialOut, requireAlive } from '../network/legs';
import { type Leg, type World } from '../network/world';
import { refusal } from '../refusal';
import { type Answer, type CarrierRequest, data, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { entranceOf } from './entrance';
import { conferenceById } from './find-conference';
import { callBodies } from './schemas';
import { callView } from './views';
import { type z } from 'zod';

type DialBody = z.output<typeof callBodies.dial>;
type Config = NonNullable<DialBody['conference_config']>;

/** 10016 unless it is an E.164 number or a SIP URI. */
export function requireNumber(field: string, number: string): void {
  if (/^\+[1-9]\d{4,14}$/.test(number) || /^sips?:\S+@\S+$/.test(number)) return;
  throw refusal('10016', `The '${field}' parameter must be in E164 format.`, {
    pointer: `/${field}`,
  });
}

/** The ring and length limits of a dial or transfer. */
export const planOf = (asked: {
  timeout_secs: number;
  time_limit_secs: number;
  retry_on_timeout: boolean;
}): DialPlan => ({
  timeoutSecs: asked.timeout_secs,
  timeLimitSecs: asked.time_limit_secs,
  timeoutCause: asked.retry_on_timeout ? 'timeout' : 'no_answer',
});

function requireConfig(world: World, config: Config): void {
  if (config.id !== undefined) requireOpen(conferenceById(world, config.id, 'anywhere'));
  else if (config.conference_name === undefined) {
    throw refusal('10004', "One of 'id' and 'conference_name' is required.", {
      pointer: '/conference_config/conference_name',
    });
  }
}

/** Brings a dialled leg into its conference, which is made when it does not exist (DOMAIN §1.5). */
function bringIn(world: World, leg: Leg, config: Config): void {
  const name = config.conference_name ?? '';
  const conference =
    config.id === undefined ? world.activeByName.get(name) : world.conferences.get(config.id);
  const entrance = entranceOf(config);
  if (conference !== undefined) {
    if (conference.status !== 'completed') joinConference(world, conference, leg, entrance);
  } else if (config.id === undefined) {
    createConference(world, leg, { name, starts: config.start_conference_on_create }, entrance);
  }
}

function place(world: World, asked: DialBody, to: string, linked: Leg | null): Leg {
  // "+18004247767,200" plays 200 once the callee answers; the number is what comes before.
  const [number = to] = to.startsWith('sip') ? [to] : to.split(',');
  requireNumber('to', number);
  const leg = dialOut(
    world,
    {
      from: asked.from,
      to: number,
      callerName: asked.from_display_name ?? '',
      connectionId: asked.connection_id,
      callSessionId: linked?.callSessionId,
      clientState: asked.client_state ?? null,
    },
    planOf(asked),
  );
  leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
  return leg;
}

function afterwards(world: World, asked: DialBody, legs: readonly Leg[], linked: Leg | null): void {
  for (const leg of legs) {
    leg.siblings = legs;
    if (linked !== null && asked.bridge_on_answer) {
      leg.whenAnswered.push(() => {
        if (linked.state === 'answered') bridge(world, leg, linked);
      });
    }
    const config = asked.conference_config;
    if (config === undefined) continue;
    // Several destinations ring at once, so only the one that answers can enter.
    if (config.early_media && legs.length === 1) bringIn(world, leg, config);
    else {
      leg.whenAnswered.push(() => {
        bringIn(world, leg, config);
      });
    }
  }
}

/** Calls one number, or several at once of which the first to answer stays (L1 of DOMAIN §1.2). */
export function dial(world: World, memory: CommandMemory, request: CarrierRequest): Answer {
  const asked = parseBody(callBodies.dial, request.body);
  return memory.once('dial', asked.command_id, () => {
    if (asked.connection_id !== world.connectionId) {
      const detail =
        'The requested connection_id (Call Control App ID) is either invalid or does not exist. ' +
        'Only Call Control Apps with valid webhook URL are accepted.';
      throw refusal('10015', detail, { pointer: '/connection_id' });
    }
    const destinations = typeof asked.to === 'string' ? [asked.to] : asked.to;
    requireNumber('from', asked.from);
    for (const to of destinations) {
      requireNumber('to', to.startsWith('sip') ? to : (to.split(',')[0] ?? to));
    }
    if (asked.conference_config !== undefined) requireConfig(world, asked.conference_config);
    const linked =
      asked.link_to === undefined ? null : requireAlive(world, asked.link_to, '/link_to');
    const legs = destinations.map((to) => place(world, asked, to, linked));
    afterwards(world, asked, legs, linked);
    const [first] = legs;
    if (first === undefined) throw refusal('10004', 'Nobody to call.', { pointer: '/to' });
    return data(callView(world, first, true));
  });
}
