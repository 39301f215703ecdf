import { requireAlive, setClientState } from '../network/legs';
import { type Leg, type World } from '../network/world';
import { accepted, type Answer, type CarrierRequest } from './carrier-request';
import { type CommandMemory } from './command-memory';

/** What every command to a call may say beside its own. */
export interface LegCommand {
  readonly command_id?: string | undefined;
  readonly client_state?: string | undefined;
}

/**
 * What every command to a call shares: the repeat guard, a live leg, and its state, which stands in
 * all events from the command on; a command that is refused leaves it as it was.
 */
export function onLeg(
  world: World,
  memory: CommandMemory,
  request: CarrierRequest,
  asked: LegCommand,
  run: (leg: Leg) => void,
): Answer {
  const id = request.params.call_control_id ?? '';
  return memory.once(`call ${id}`, asked.command_id, () => {
    const leg = requireAlive(world, id);
    const before = leg.clientState;
    setClientState(leg, asked.client_state);
    try {
      run(leg);
    } catch (error) {
      leg.clientState = before;
      throw error;
    }
    leg.commanded = true;
    return accepted();
  });
}
