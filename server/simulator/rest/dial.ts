import { requireConnection } from '../network/applications';
import { bridge } from '../network/bridges';
import { hangUp, hungUpByUs } from '../network/departures';
import { createConference, joinConference, requireOpen } from '../network/conferences';
import { type DialPlan, dialOut, requireAlive, requireAnswered } from '../network/legs';
import { supervise } from '../network/supervision';
import { type Leg, type LegWebhooks, type World } from '../network/world';
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

/** What a body says of where a call's events go; null when it says nothing. */
export function webhooksOf(asked: {
  webhook_url?: string | undefined;
  webhook_urls?: Record<string, string> | undefined;
  webhook_retries_policies?: Record<string, { retries_ms: number[] }> | undefined;
}): LegWebhooks | null {
  const { webhook_url: url, webhook_urls: urls, webhook_retries_policies: policies } = asked;
  if (url === undefined && urls === undefined && policies === undefined) return null;
  const retries = Object.entries(policies ?? {}).map(
    ([type, { retries_ms }]) => [type, retries_ms] as const,
  );
  return { url: url ?? null, byType: urls ?? {}, retriesByType: Object.fromEntries(retries) };
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
      webhooks: webhooksOf(asked) ?? undefined,
    },
    planOf(asked),
  );
  leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
  return leg;
}

/** The calls that a dial names beside the one that it makes. */
interface Named {
  readonly linked: Leg | null;
  readonly supervised: Leg | null;
}

function named(world: World, asked: DialBody): Named {
  const { link_to: link, supervise_call_control_id: supervise } = asked;
  const linked = link === undefined ? null : requireAlive(world, link, '/link_to');
  const supervised =
    supervise === undefined ? null : requireAlive(world, supervise, '/supervise_call_control_id');
  if (supervised !== null) requireAnswered(supervised);
  return { linked, supervised };
}

function afterwards(
  world: World,
  asked: DialBody,
  legs: readonly Leg[],
  { linked, supervised }: Named,
): void {
  for (const leg of legs) {
    leg.siblings = legs;
    if (linked !== null && asked.bridge_on_answer) {
      leg.whenAnswered.push(() => {
        if (linked.state !== 'answered') return;
        if (asked.prevent_double_bridge && linked.peer !== null) {
          hangUp(world, leg, hungUpByUs(leg));
        } else bridge(world, leg, linked);
      });
    }
    if (supervised !== null) {
      leg.whenAnswered.push(() => {
        supervise(world, leg, supervised, asked.supervisor_role);
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
    requireConnection(world, asked.connection_id);
    const destinations = typeof asked.to === 'string' ? [asked.to] : asked.to;
    requireNumber('from', asked.from);
    for (const to of destinations) {
      requireNumber('to', to.startsWith('sip') ? to : (to.split(',')[0] ?? to));
    }
    if (asked.conference_config !== undefined) requireConfig(world, asked.conference_config);
    const others = named(world, asked);
    const legs = destinations.map((to) => place(world, asked, to, others.linked));
    afterwards(world, asked, legs, others);
    const [first] = legs;
    if (first === undefined) throw refusal('10004', 'Nobody to call.', { pointer: '/to' });
    return data(callView(world, first, true));
  });
}
