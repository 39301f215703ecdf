import type { CommandBooks } from '@/server/log/run-command';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { SupervisionCarrier, Supervisions, SupervisorPhones } from './ports';
import { createSupervisions } from './run-supervision-command';
import { createSupervisionWorker, type SupervisionParts } from './run-supervision';
import { supervisionKind } from './supervision-job';
import { createSupervisionWatch } from './supervision-watch';

/** What supervising is built of. */
export interface SupervisionRoomParts extends CommandBooks, Omit<SupervisionParts, 'carrier'> {
  readonly carrier: SupervisionCarrier;
  readonly phones: SupervisorPhones;
  readonly connectionId: string | null;
}

/** Supervising, built: what routes ask, the workers of its jobs, and what begins to watch. */
export interface SupervisionRoom {
  readonly services: Supervisions;
  readonly workers: Readonly<Record<string, JobWorker>>;
  /** Begins to take sessions up as things happen; answers how to stop. */
  start(): () => void;
}

/** Builds all that supervising needs. */
export function openSupervision(parts: SupervisionRoomParts): SupervisionRoom {
  const { log, now } = parts;
  const watch = createSupervisionWatch(log, now);
  return {
    services: createSupervisions(parts),
    workers: { [supervisionKind]: createSupervisionWorker(parts) },
    start: () => {
      watch.watchAll();
      return log.follow(watch.follow);
    },
  };
}
