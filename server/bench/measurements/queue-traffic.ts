import { setTimeout as pause } from 'node:timers/promises';
import type { LoadTasks } from '@/server/bench/load/load-tasks';
import type { Child } from '@/server/bench/process/child';
import type { Stage } from '@/server/bench/process/stage';
import { createFloor, type Step, stepsOfTurn } from '@/server/bench/traffic/floor';
import { createLineUp, type LineUp } from '@/server/bench/traffic/line-up';

const fillConnections = 8;
const beginMs = 1_000;
// What it takes to sign a delivery, and more: things happen at the carrier when they are delivered.
const signingMs = 0.25;

/** How much goes on in the queues. */
export interface QueueTrafficSize {
  readonly queues: number;
  readonly callers: number;
  /** In each turn one caller comes and one leaves. */
  readonly turnsPerSecond: number;
}

/** Callers that come to queues and leave them: at the carrier as time goes, and in its deliveries. */
export interface QueueTraffic {
  /** The carrier's book of who waits. */
  readonly lineUp: LineUp;
  /** All callers come, as fast as their deliveries are taken. */
  fill(port: number): Promise<void>;
  /** Writes and signs the deliveries of so many seconds; ends when the first of them is due. */
  prepareTurns(seconds: number): Promise<void>;
  /** Delivers what was prepared, at its pace. */
  deliver(port: number): Promise<number>;
}

/** Makes the traffic; from now on the stage's carrier has these queues. */
export function createQueueTraffic(
  { carrier, key: { privatePem } }: Pick<Stage, 'carrier' | 'key'>,
  load: Child<LoadTasks>,
  { queues, callers, turnsPerSecond }: QueueTrafficSize,
): QueueTraffic {
  const floor = createFloor({ queues, turnsPerSecond });
  const lineUp = createLineUp(queues);
  carrier.knowQueues(lineUp);
  const prepare = async (steps: readonly Step[]) => {
    lineUp.expect(steps);
    await load.ask('prepareSteps', { steps, privatePem });
  };
  return {
    lineUp,
    fill: async (port) => {
      await prepare(floor.fill(callers, Date.now()));
      await load.ask('saturate', { port, connections: fillConnections });
    },
    prepareTurns: async (seconds) => {
      const turns = seconds * turnsPerSecond;
      const fromMs = Date.now() + beginMs + turns * stepsOfTurn * signingMs;
      await prepare(floor.turns(turns, fromMs));
      await pause(Math.max(0, fromMs - Date.now()));
    },
    deliver: (port) => load.ask('steady', { port, perSecond: turnsPerSecond * stepsOfTurn }),
  };
}
