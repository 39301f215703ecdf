import { announceRefer } from './announce';
import { detach, hangUp, hungUpByThem } from './departures';
import { requireAnswered } from './legs';
import { type Leg, type World } from './world';

const NOTIFY_TRYING = 100;
const NOTIFY_OK = 200;
const NOBODY_ANSWERS_MS = 30_000;

/** How an address answers; users that end in 0001 to 0003 are special, as numbers are. */
function answerOf(world: World, sipAddress: string): { readonly sip: number; readonly ms: number } {
  const user = sipAddress.replace(/@.*$/, '');
  const ms = world.switches.farEndAnswersMs;
  if (user.endsWith('0001')) return { sip: 486, ms };
  if (user.endsWith('0002')) return { sip: 408, ms: NOBODY_ANSWERS_MS };
  if (user.endsWith('0003')) return { sip: 603, ms };
  return { sip: NOTIFY_OK, ms };
}

/**
 * Asks the far end of a call to go on to another address by itself. When that fails, the call stays
 * as it was; when it does not, the call leaves where it is and is over here (DOMAIN §4.10).
 */
export function refer(world: World, leg: Leg, sipAddress: string): void {
  requireAnswered(leg);
  announceRefer(world, leg, 'started', NOTIFY_TRYING);
  const { sip, ms } = answerOf(world, sipAddress);
  leg.timers.push(
    world.clock.in(ms, () => {
      if (sip !== NOTIFY_OK) {
        announceRefer(world, leg, 'failed', sip);
        return;
      }
      announceRefer(world, leg, 'completed', sip);
      if (!world.switches.referEndsCall) return;
      detach(world, leg, world.switches.dequeueReason);
      hangUp(world, leg, hungUpByThem(leg));
    }),
  );
}
