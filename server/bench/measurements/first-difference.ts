import type { Board } from '@/server/bench/load/board';
import type { Waiter } from '@/server/bench/traffic/line-up';
import { legOf, queueNameOf } from '@/server/bench/traffic/names';

/**
 * What is wrong with the board of somebody (`whose`), in a sentence that names the first difference: a
 * queue that is missing, its depth, or who waits at which place. Null where it equals the carrier's.
 */
export function firstDifference(
  whose: string,
  carrier: readonly (readonly Waiter[])[],
  board: Board,
): string | null {
  for (const [index, line] of carrier.entries()) {
    const name = queueNameOf(index);
    const shown = board[name];
    if (shown === undefined) return `${whose} does not show ${name}, in which ${line.length} wait`;
    const { depth, legs } = shown;
    if (depth !== line.length) {
      return `${whose} says that ${depth ?? 'nobody knows how many'} wait in ${name}, where ${line.length} do`;
    }
    if (legs === null) return `${whose} does not tell who waits in ${name}`;
    for (let place = 0; place < Math.max(line.length, legs.length); place += 1) {
      const waiter = line[place];
      const leg =
        waiter === undefined
          ? undefined
          : legOf(waiter.caller.queue, waiter.caller.number).call_control_id;
      if (leg === legs[place]) continue;
      return `${whose} has ${legs[place] ?? 'nobody'} at place ${place + 1} of ${name}, where ${leg ?? 'nobody'} waits`;
    }
  }
  return null;
}
