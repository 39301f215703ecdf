import { bridge, transfer } from '../network/bridges';
import { hangUp, hungUpByUs } from '../network/departures';
import { pickUp, requireAlive, requireAnswered, setClientState } from '../network/legs';
import { bridgeToQueue, enqueue, leaveQueue } from '../network/queues';
import { legOutput, play, playback, speech, stop } from '../network/sounds';
import { type Leg, type World } from '../network/world';
import { refusal } from '../refusal';
import { accepted, type Answer, type CarrierRequest, data, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { mediaOf, requireOneMedia } from './conference-sound-routes';
import { dial, planOf, requireNumber } from './dial';
import { cursorPage } from './page';
import { type Route } from './router';
import { callBodies } from './schemas';
import { activeCallView, callView } from './views';

/** What every command to a call shares: the repeat guard, a live leg, and its state. */
function onLeg(
  world: World,
  memory: CommandMemory,
  request: CarrierRequest,
  asked: { command_id?: string | undefined; client_state?: string | undefined },
  run: (leg: Leg) => void,
): Answer {
  const id = request.params.call_control_id ?? '';
  return memory.once(`call ${id}`, asked.command_id, () => {
    const leg = requireAlive(world, id);
    run(leg);
    setClientState(leg, asked.client_state);
    return accepted();
  });
}

function answer(world: World, leg: Leg): void {
  if (leg.direction === 'outgoing') {
    throw refusal('90102', 'Only an incoming call can be answered.');
  }
  pickUp(world, leg);
}

function reject(world: World, leg: Leg, cause: 'CALL_REJECTED' | 'USER_BUSY'): void {
  if (leg.direction === 'outgoing' || leg.state !== 'ringing') {
    throw refusal('10015', 'Only an incoming call that rings can be rejected.');
  }
  const busy = cause === 'USER_BUSY';
  hangUp(world, leg, {
    cause: busy ? 'user_busy' : 'call_rejected',
    source: 'callee',
    sip: busy ? '486' : '603',
  });
}

function bridgeAction(
  world: World,
  leg: Leg,
  asked: { call_control_id?: string | undefined; queue?: string | undefined },
): void {
  requireAnswered(leg);
  if (asked.queue !== undefined) bridgeToQueue(world, leg, asked.queue);
  else if (asked.call_control_id === undefined) {
    throw refusal('10004', "The 'call_control_id' parameter is required and cannot be blank.", {
      pointer: '/call_control_id',
    });
  } else bridge(world, leg, requireAlive(world, asked.call_control_id, '/call_control_id'));
}

function transferAction(world: World, memory: CommandMemory, request: CarrierRequest): Answer {
  const asked = parseBody(callBodies.transfer, request.body);
  requireNumber('to', asked.to);
  return onLeg(world, memory, request, asked, (leg) => {
    leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
    const made = {
      from: asked.from ?? leg.to,
      to: asked.to,
      callerName: asked.from_display_name ?? '',
      clientState: asked.target_leg_client_state ?? null,
    };
    transfer(world, leg, made, planOf(asked));
  });
}

function readRoutes(world: World, memory: CommandMemory): Route[] {
  return [
    ['POST', '/calls', (request) => dial(world, memory, request)],
    [
      'GET',
      '/calls/:call_control_id',
      ({ params }) => {
        const leg = world.legs.get(params.call_control_id ?? '');
        if (leg !== undefined) return data(callView(world, leg));
        throw refusal('90015', 'The call_control_id provided was not valid.');
      },
    ],
    [
      'GET',
      '/connections/:connection_id/active_calls',
      ({ params, query }) => {
        const connectionId = params.connection_id ?? '';
        const legs = [...world.aliveLegs.values()].filter(
          (leg) => leg.connectionId === connectionId,
        );
        const path = `/v2/connections/${encodeURIComponent(connectionId)}/active_calls`;
        return cursorPage(query, path, legs, (leg) => activeCallView(world, leg));
      },
    ],
  ];
}

/** Calls: dial, status, the list of active ones, and the commands to one (L1 to L12, A1, Q10, Q11). */
export function callRoutes(world: World, memory: CommandMemory): Route[] {
  const at = (action: string) => `/calls/:call_control_id/actions/${action}`;
  const plain = (run: (leg: Leg) => void) => (request: CarrierRequest) =>
    onLeg(world, memory, request, parseBody(callBodies.plain, request.body), run);
  return [
    ...readRoutes(world, memory),
    [
      'POST',
      at('answer'),
      plain((leg) => {
        answer(world, leg);
      }),
    ],
    [
      'POST',
      at('hangup'),
      plain((leg) => {
        hangUp(world, leg, hungUpByUs(leg));
      }),
    ],
    [
      'POST',
      at('leave_queue'),
      plain((leg) => {
        leaveQueue(world, leg);
      }),
    ],
    [
      'POST',
      at('reject'),
      (request) => {
        const asked = parseBody(callBodies.reject, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          reject(world, leg, asked.cause);
        });
      },
    ],
    ['POST', at('transfer'), (request) => transferAction(world, memory, request)],
    [
      'POST',
      at('bridge'),
      (request) => {
        const asked = parseBody(callBodies.bridge, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          bridgeAction(world, leg, asked);
          leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
        });
      },
    ],
    [
      'POST',
      at('enqueue'),
      (request) => {
        const asked = parseBody(callBodies.enqueue, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          enqueue(world, leg, {
            queueName: asked.queue_name,
            maxSize: asked.max_size,
            maxWaitSecs: asked.max_wait_time_secs,
            keepAfterHangup: asked.keep_after_hangup,
          });
        });
      },
    ],
    [
      'PUT',
      at('client_state_update'),
      (request) => {
        const asked = parseBody(callBodies.clientState, request.body);
        return onLeg(world, memory, request, asked, () => undefined);
      },
    ],
    [
      'POST',
      at('playback_start'),
      (request) => {
        const asked = parseBody(callBodies.playbackStart, request.body);
        if (asked.playback_content === undefined) requireOneMedia(asked);
        return onLeg(world, memory, request, asked, (leg) => {
          requireAnswered(leg);
          play(world, legOutput(world, leg), playback(mediaOf(asked), asked.loop));
        });
      },
    ],
    [
      'POST',
      at('playback_stop'),
      (request) => {
        const asked = parseBody(callBodies.playbackStop, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          stop(world, legOutput(world, leg), 'cancelled');
        });
      },
    ],
    [
      'POST',
      at('speak'),
      (request) => {
        const asked = parseBody(callBodies.speak, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          requireAnswered(leg);
          play(world, legOutput(world, leg), speech(asked.payload));
        });
      },
    ],
  ];
}
