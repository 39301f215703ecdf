import { z } from 'zod';
import { type RecordedFiles } from '../audio/recorded-files';
import { type VirtualClock } from '../engine/clock';
import { faultKinds, type Faults } from '../engine/faults';
import { stopTalking, talk } from '../network/conferences';
import { hangUp, hungUpByThem, hungUpByUs } from '../network/departures';
import { pressDigit } from '../network/gathering';
import { noteWhoIsHeard } from '../network/heard';
import { pickUp, placeInboundCall, requireAlive, requireAnswered } from '../network/legs';
import { enqueue, liveQueues } from '../network/queues';
import { type Leg, type Participant, type World } from '../network/world';
import { switchesSchema } from '../options';
import { refusal } from '../refusal';
import { type Answer, type CarrierRequest, parseBody } from '../rest/carrier-request';
import { type Route } from '../rest/router';
import { type ScenarioDirector } from '../scenarios/director';
import { type DeliveryLog } from '../webhooks/delivery-log';
import { recordingControls } from './recording-controls';

/** What the controls steer. */
export interface ControlParts {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly log: DeliveryLog;
  readonly director: ScenarioDirector;
  readonly files: RecordedFiles;
  /** Forgets everything but the time; switches are as at the start. */
  readonly reset: () => void;
}

const bodies = {
  scenario: z.object({
    name: z.string().min(1),
    seed: z.number().int().optional(),
    speed: z.number().min(0.1).max(50).optional(),
  }),
  call: z.object({
    from: z.string().min(1),
    to: z.string().min(1),
    callerName: z.string().default(''),
    connectionId: z.string().min(1).optional(),
  }),
  callers: z.object({
    count: z.number().int().min(1).max(2000).default(1),
    to: z.string().min(1).default('+13125550100'),
    maxWaitSecs: z.number().int().min(1).optional(),
    keepAfterHangup: z.boolean().default(false),
  }),
  digits: z.object({ digits: z.string().regex(/^[0-9A-D*#]+$/) }),
  fault: z.object({
    kind: z.enum(faultKinds),
    rate: z.number().min(0).max(1),
    ms: z.number().int().optional(),
    share: z.number().min(0).max(1).optional(),
    afterWork: z.boolean().optional(),
    method: z.string().min(1).optional(),
    legs: z.array(z.string().min(1)).optional(),
    count: z.number().int().min(1).optional(),
  }),
  clock: z.object({
    advanceMs: z
      .number()
      .int()
      .min(0)
      .max(7 * 24 * 3_600_000),
  }),
  participant: z.object({ muted: z.boolean().optional(), onHold: z.boolean().optional() }),
};

const anySwitch = z.strictObject(switchesSchema.omit({ commandIdWindowMs: true }).shape);

/** Sets the switches that a body names; those it leaves out stay as they are. */
function setSwitches({ switches }: World, body: unknown): Answer {
  const parsed = parseBody(anySwitch, body);
  const isNamed = ([name]: [string, unknown]) => Object.hasOwn(Object(body) as object, name);
  Object.assign(switches, Object.fromEntries(Object.entries(parsed).filter(isNamed)));
  return ok({ switches });
}

const ok = (body: unknown = { ok: true }): Answer => ({ status: 200, body });

const legOf = (world: World, { params }: CarrierRequest): Leg =>
  requireAlive(world, params.ccid ?? '');

function participantOf(world: World, request: CarrierRequest): Participant {
  const { participant } = legOf(world, request);
  if (participant !== null) return participant;
  throw refusal('10005', 'The call is in no conference.');
}

function state({ world, clock, faults, log, director }: ControlParts): Answer {
  const active = [...world.activeByName.values()];
  const queues = [...liveQueues(world).values()];
  return ok({
    scenario: director.current(),
    faults: faults.list(),
    clock: { offsetMs: clock.offsetMs(), now: new Date(clock.now()).toISOString() },
    conferences: active.length,
    participants: active.reduce((sum, conference) => sum + conference.present.size, 0),
    calls: world.aliveLegs.size,
    queues: queues.length,
    waiting: queues.reduce((sum, queue) => sum + queue.entries.size, 0),
    deliveries: log.counts(),
  });
}

function scenarioRoutes({ director }: ControlParts): Route[] {
  return [
    ['GET', '/scenarios', () => ok(director.list())],
    [
      'POST',
      '/scenario',
      ({ body }) => ok({ scenario: director.start(parseBody(bodies.scenario, body)) }),
    ],
    [
      'DELETE',
      '/scenario',
      () => {
        director.stop();
        return ok();
      },
    ],
  ];
}

/** A call as nobody but the carrier sees it: where it is, and whom it supervises. */
const callState = (leg: Leg) => ({
  callControlId: leg.callControlId,
  from: leg.from,
  to: leg.to,
  direction: leg.direction,
  state: leg.state,
  queue: leg.entry?.queue.name ?? null,
  conferenceId: leg.participant?.conference.id ?? null,
  role: leg.participant?.role ?? null,
  bridgedTo: leg.peer?.callControlId ?? null,
  supervises:
    leg.supervises === null
      ? null
      : { callControlId: leg.supervises.leg.callControlId, role: leg.supervises.role },
  plays: leg.speaker.current?.mediaUrl ?? leg.speaker.current?.mediaName ?? null,
});

/** The hundred numbers of each area that are kept for fiction, area after area. */
const fictionalNumber = (at: number) => `+1${201 + Math.floor(at / 100)}5550${100 + (at % 100)}`;

/** So many call in, are answered, and wait; whoever finds the queue full is hung up, and it is said. */
function queueCallers(world: World, { params, body }: CarrierRequest): Answer {
  const asked = parseBody(bodies.callers, body);
  const { count, to, maxWaitSecs, keepAfterHangup } = asked;
  const legs = Array.from({ length: count }, (_, at) => {
    const leg = placeInboundCall(world, { from: fictionalNumber(at), to, callerName: '' });
    pickUp(world, leg);
    try {
      enqueue(world, leg, { queueName: params.queue_name ?? '', maxWaitSecs, keepAfterHangup });
    } catch (error) {
      hangUp(world, leg, hungUpByUs(leg));
      throw error;
    }
    return leg.callControlId;
  });
  return ok({ callControlIds: legs });
}

function callRoutes({ world }: ControlParts): Route[] {
  const at = (action: string) => `/calls/:ccid/${action}`;
  return [
    ['GET', '/calls', () => ok([...world.aliveLegs.values()].map(callState))],
    ['GET', '/calls/:ccid', (request) => ok(callState(legOf(world, request)))],
    ['POST', '/queues/:queue_name/callers', (request) => queueCallers(world, request)],
    [
      'POST',
      '/calls',
      ({ body }) => {
        const leg = placeInboundCall(world, parseBody(bodies.call, body));
        return ok({ callControlId: leg.callControlId });
      },
    ],
    [
      'POST',
      at('answer'),
      (request) => {
        const leg = legOf(world, request);
        if (leg.direction === 'incoming') {
          throw refusal('10015', 'The far end placed this call; it cannot answer it.');
        }
        pickUp(world, leg);
        return ok();
      },
    ],
    ['POST', at('talk'), (request) => ok({ floorChanged: talk(world, legOf(world, request)) })],
    [
      'POST',
      at('silence'),
      (request) => {
        stopTalking(world, legOf(world, request));
        return ok();
      },
    ],
    [
      'POST',
      at('digits'),
      (request) => {
        const leg = legOf(world, request);
        requireAnswered(leg);
        for (const digit of parseBody(bodies.digits, request.body).digits) {
          pressDigit(world, leg, digit);
        }
        return ok();
      },
    ],
    [
      'POST',
      at('hangup'),
      (request) => {
        const leg = legOf(world, request);
        hangUp(world, leg, hungUpByThem(leg));
        return ok();
      },
    ],
  ];
}

/** The doors of the simulator that the carrier does not have; paths are under /control. */
export function controlRoutes(parts: ControlParts): Route[] {
  const { world, clock, faults } = parts;
  return [
    ...scenarioRoutes(parts),
    ...callRoutes(parts),
    ...recordingControls(parts),
    [
      'POST',
      '/participants/:ccid',
      (request) => {
        const asked = parseBody(bodies.participant, request.body);
        const participant = participantOf(world, request);
        participant.muted = asked.muted ?? participant.muted;
        participant.held = asked.onHold ?? participant.held;
        participant.updatedAt = clock.now();
        noteWhoIsHeard(world, participant.conference);
        return ok();
      },
    ],
    [
      'POST',
      '/faults',
      ({ body }) => {
        faults.set(parseBody(bodies.fault, body));
        return ok({ faults: faults.list() });
      },
    ],
    [
      'POST',
      '/clock',
      ({ body }) => {
        clock.advance(parseBody(bodies.clock, body).advanceMs);
        return ok({ offsetMs: clock.offsetMs(), now: new Date(clock.now()).toISOString() });
      },
    ],
    ['POST', '/switches', ({ body }) => setSwitches(world, body)],
    ['GET', '/state', () => state(parts)],
    [
      'POST',
      '/reset',
      () => {
        parts.reset();
        return ok();
      },
    ],
  ];
}
