import { refusal } from '../refusal';
import { connect, detach, hangUp, hungUpByUs } from './departures';
import { type DialPlan, dialOut, type NewLeg, pickUp, requireAnswered } from './legs';
import { type Leg, type World } from './world';

/**
 * Joins two answered legs directly; each leaves its conference, queue or bridge. 90033 when the other
 * has a bridge that is not to be broken.
 */
export function bridge(world: World, leg: Leg, other: Leg, unlessBridged = false): void {
  requireAnswered(leg);
  requireAnswered(other);
  if (leg === other) {
    throw refusal('10015', 'A call cannot be bridged with itself.', {
      pointer: '/call_control_id',
    });
  }
  if (leg.peer === other) return;
  if (unlessBridged && other.peer !== null) {
    throw refusal('90033', 'The other call is bridged already.', { pointer: '/call_control_id' });
  }
  detach(world, leg, world.switches.dequeueReason);
  detach(world, other, world.switches.dequeueReason);
  // A host who leaves a conference takes everybody in it along, perhaps the other leg too.
  if (leg.state === 'ended' || other.state === 'ended') {
    throw refusal('90018', "This call is no longer active and can't receive commands.");
  }
  connect(world, leg, other);
}

/** Calls a number for a leg and bridges them when it answers; if it does not, nothing changes. */
export function transfer(
  world: World,
  leg: Leg,
  made: Pick<NewLeg, 'from' | 'to' | 'callerName' | 'clientState'>,
  plan: DialPlan,
): Leg {
  const { connectionId, callSessionId } = leg;
  const other = dialOut(world, { ...made, connectionId, callSessionId }, plan);
  other.whenAnswered.push(() => {
    if (leg.state === 'ended') {
      hangUp(world, other, hungUpByUs(other));
      return;
    }
    pickUp(world, leg);
    detach(world, leg, world.switches.dequeueReason);
    connect(world, leg, other);
  });
  return other;
}
