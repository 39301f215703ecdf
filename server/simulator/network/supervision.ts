import { refusal } from '../refusal';
import { hangUp, hungUpByUs } from './departures';
import { type CallSupervisorRole, type Leg, type World } from './world';

/** A leg that was dialled to supervise another begins to; it is dropped when that one is gone. */
export function supervise(
  world: World,
  supervisor: Leg,
  supervised: Leg,
  role: CallSupervisorRole,
): void {
  if (supervised.state === 'ended') {
    hangUp(world, supervisor, hungUpByUs(supervisor));
    return;
  }
  supervisor.supervises = { leg: supervised, role };
  supervised.supervisors.add(supervisor);
}

/** Changes who hears a supervisor of a bridged call; 90033 for a leg that supervises nobody. */
export function switchSupervisorRole(leg: Leg, role: CallSupervisorRole): void {
  if (leg.supervises === null) throw refusal('90033', 'The call does not supervise another call.');
  leg.supervises = { ...leg.supervises, role };
}
