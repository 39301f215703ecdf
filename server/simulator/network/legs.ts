import { refusal } from '../refusal';
import { announceAnswered, announceInitiated, type HangupCause } from './announce';
import { hangUp } from './departures';
import { type Leg, type LegWebhooks, silentSpeaker, type World } from './world';

/** What makes a new leg. */
export interface NewLeg {
  readonly direction: Leg['direction'];
  readonly from: string;
  readonly to: string;
  readonly callerName: string;
  readonly connectionId: string;
  readonly callSessionId?: string | undefined;
  readonly clientState?: string | null | undefined;
  readonly webhooks?: LegWebhooks | undefined;
}

/** What a dial decides about the far end; times in seconds. */
export interface DialPlan {
  readonly timeoutSecs: number;
  readonly timeLimitSecs: number;
  /** The cause when nobody answers in time (DOMAIN §4.1). */
  readonly timeoutCause: 'timeout' | 'no_answer';
}

const LONGEST_CALL_SECS = 14_400;
const noWebhooks: LegWebhooks = { url: null, byType: {}, retriesByType: {} };

/** A leg that rings, and of which nobody knows yet. */
export function makeLeg(world: World, made: NewLeg): Leg {
  const now = world.clock.now();
  const leg: Leg = {
    seq: world.nextSeq,
    callControlId: world.ids.callControlId(),
    callLegId: world.ids.legUuid(now),
    callSessionId: made.callSessionId ?? world.ids.legUuid(now),
    connectionId: made.connectionId,
    direction: made.direction,
    from: made.from,
    to: made.to,
    callerName: made.callerName,
    startedAt: now,
    state: 'ringing',
    answeredAt: null,
    endedAt: null,
    clientState: made.clientState ?? null,
    participant: null,
    entry: null,
    peer: null,
    parkAfterUnbridge: false,
    supervises: null,
    supervisors: new Set(),
    webhooks: made.webhooks ?? noWebhooks,
    siblings: [],
    commanded: false,
    whenAnswered: [],
    timers: [],
    speaker: silentSpeaker(),
    gather: null,
  };
  world.nextSeq += 1;
  return leg;
}

function addLeg(world: World, made: NewLeg): Leg {
  const leg = makeLeg(world, made);
  world.legs.set(leg.callControlId, leg);
  world.aliveLegs.set(leg.callControlId, leg);
  announceInitiated(world, leg);
  return leg;
}

/**
 * Somebody calls in; it rings until it is answered, refused or given up, or nobody commands it in the
 * time that its application allows. 10015 where that is not active.
 */
export function placeInboundCall(
  world: World,
  call: { from: string; to: string; callerName: string; connectionId?: string | undefined },
): Leg {
  const connectionId = call.connectionId ?? world.connectionId;
  const settings = world.applications.get(connectionId)?.settings;
  if (settings?.active === false) {
    throw refusal('10015', 'The application of this number is not active: it takes no calls.');
  }
  const leg = addLeg(world, { ...call, connectionId, direction: 'incoming' });
  if (settings?.first_command_timeout === true) {
    leg.timers.push(
      world.clock.in(settings.first_command_timeout_secs * 1000, () => {
        if (!leg.commanded) hangUp(world, leg, { cause: 'timeout', source: 'unknown', sip: '480' });
      }),
    );
  }
  return leg;
}

/** What the far end of a dial does by itself; numbers that end in 0001 to 0004 are special. */
function farEnd(world: World, leg: Leg): void {
  const reply = (run: () => void) => {
    leg.timers.push(world.clock.in(world.switches.farEndAnswersMs, run));
  };
  const refuse = (cause: HangupCause) => {
    reply(() => {
      hangUp(world, leg, cause);
    });
  };
  if (leg.to.endsWith('0001')) refuse({ cause: 'user_busy', source: 'callee', sip: '486' });
  else if (leg.to.endsWith('0003'))
    refuse({ cause: 'call_rejected', source: 'callee', sip: '603' });
  else if (!leg.to.endsWith('0002') && !leg.to.endsWith('0004')) {
    reply(() => {
      pickUp(world, leg);
    });
  }
}

/** The carrier calls a number; the far end answers after a while, or not. */
export function dialOut(world: World, made: Omit<NewLeg, 'direction'>, plan: DialPlan): Leg {
  const leg = addLeg(world, { ...made, direction: 'outgoing' });
  leg.timers.push(
    world.clock.in(plan.timeoutSecs * 1000, () => {
      if (leg.state !== 'ringing') return;
      hangUp(world, leg, { cause: plan.timeoutCause, source: 'unknown', sip: '408' });
    }),
  );
  leg.whenAnswered.push(() => {
    limitLength(world, leg, plan.timeLimitSecs);
  });
  farEnd(world, leg);
  return leg;
}

function limitLength(world: World, leg: Leg, seconds: number): void {
  leg.timers.push(
    world.clock.in(seconds * 1000, () => {
      hangUp(world, leg, { cause: 'time_limit', source: 'unknown', sip: '200' });
    }),
  );
}

/** A ringing leg is answered, by us or by the far end. */
export function pickUp(world: World, leg: Leg): void {
  if (leg.state !== 'ringing') return;
  leg.state = 'answered';
  leg.answeredAt = world.clock.now();
  for (const timer of leg.timers.splice(0)) timer.cancel();
  if (leg.direction === 'incoming') limitLength(world, leg, LONGEST_CALL_SECS);
  for (const sibling of leg.siblings) {
    if (sibling === leg) continue;
    hangUp(world, sibling, { cause: 'originator_cancel', source: 'caller', sip: '487' });
  }
  announceAnswered(world, leg);
  for (const run of leg.whenAnswered.splice(0)) run();
}

/** The leg of this id: 90015 when there was never one, 90018 when it is over. */
export function requireAlive(world: World, callControlId: string, pointer?: string): Leg {
  const leg = world.legs.get(callControlId);
  if (leg === undefined) {
    const source = pointer === undefined ? undefined : { pointer };
    throw refusal('90015', 'The call_control_id provided was not valid.', source);
  }
  if (leg.state === 'ended') {
    throw refusal('90018', "This call is no longer active and can't receive commands.");
  }
  return leg;
}

/** 90034 while it rings. */
export function requireAnswered(leg: Leg): void {
  if (leg.state !== 'ringing') return;
  throw refusal(
    '90034',
    "This call can't receive this command because it has not been answered yet.",
  );
}

/** A command that carries a state replaces the leg's (DOMAIN §4.1). */
export function setClientState(leg: Leg, clientState: string | undefined): void {
  if (clientState !== undefined) leg.clientState = clientState;
}
