import { bridge, transfer } from '../network/bridges';
import { hangUp, hungUpByUs } from '../network/departures';
import { pickUp, requireAlive, requireAnswered } from '../network/legs';
import { bridgeToQueue, enqueue, leaveQueue, requireNotKept } from '../network/queues';
import { refer } from '../network/referring';
import { switchSupervisorRole } from '../network/supervision';
import { type Leg, type World } from '../network/world';
import { refusal } from '../refusal';
import { callSoundRoutes } from './call-sound-routes';
import { type Answer, type CarrierRequest, data, parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { dial, planOf, requireNumber, webhooksOf } from './dial';
import { onLeg } from './on-leg';
import { cursorPage } from './page';
import { type Route } from './router';
import { callBodies } from './schemas';
import { activeCallView, callView } from './views';
import { type z } from 'zod';

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

function bridgeAction(world: World, leg: Leg, asked: z.output<typeof callBodies.bridge>): void {
  requireAnswered(leg);
  const { queue, call_control_id: other } = asked;
  if (queue !== undefined && other !== undefined) {
    const detail = "'call_control_id' and 'queue' can't be used together.";
    throw refusal('10015', detail, { pointer: '/queue' });
  }
  if (queue !== undefined) bridgeToQueue(world, leg, queue);
  else if (other === undefined) {
    throw refusal('10004', "The 'call_control_id' parameter is required and cannot be blank.", {
      pointer: '/call_control_id',
    });
  } else {
    requireNotKept(world, other);
    bridge(world, leg, requireAlive(world, other, '/call_control_id'), asked.prevent_double_bridge);
  }
  leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
}

function transferAction(world: World, memory: CommandMemory, request: CarrierRequest): Answer {
  const asked = parseBody(callBodies.transfer, request.body);
  requireNumber('to', asked.to);
  return onLeg(world, memory, request, asked, (leg) => {
    leg.parkAfterUnbridge = asked.park_after_unbridge === 'self';
    leg.webhooks = webhooksOf(asked) ?? leg.webhooks;
    const made = {
      from: asked.from ?? leg.to,
      to: asked.to,
      callerName: asked.from_display_name ?? '',
      clientState: asked.target_leg_client_state ?? null,
      webhooks: leg.webhooks,
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

/** What is said to the far end, and who hears a supervisor (L8, L9 and L11 of DOMAIN §1.2). */
function referenceRoutes(world: World, memory: CommandMemory): Route[] {
  const at = (action: string) => `/calls/:call_control_id/actions/${action}`;
  return [
    [
      'POST',
      at('refer'),
      (request) => {
        const asked = parseBody(callBodies.refer, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          refer(world, leg, asked.sip_address);
        });
      },
    ],
    [
      'POST',
      at('send_sip_info'),
      (request) => {
        const asked = parseBody(callBodies.sendSipInfo, request.body);
        // The far end hears it; a phone answers nothing that the account would be told of.
        return onLeg(world, memory, request, asked, requireAnswered);
      },
    ],
    [
      'POST',
      at('switch_supervisor_role'),
      (request) => {
        const asked = parseBody(callBodies.switchRole, request.body);
        return onLeg(world, memory, request, {}, (leg) => {
          switchSupervisorRole(leg, asked.role);
        });
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
      (request) => {
        const asked = parseBody(callBodies.answer, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          leg.webhooks = webhooksOf(asked) ?? leg.webhooks;
          answer(world, leg);
        });
      },
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
    ...referenceRoutes(world, memory),
    ...callSoundRoutes(world, memory),
  ];
}
