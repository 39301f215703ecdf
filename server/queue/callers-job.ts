import type { JobRecord } from '@/server/log/ports';
import type { QueueCommandRequest } from './ports';

/** The kind of job that takes the callers of a command, one after the other. */
export const callersKind = 'queue.callers';

/** What such a job holds. */
export interface CallersBody extends Omit<QueueCommandRequest, 'command'> {
  readonly queue: string;
}

/** The job that carries out a command about callers; whom it names stands in its event. */
export function callersJob(
  queue: string,
  { commandId, actor, origin }: QueueCommandRequest,
): Omit<JobRecord, 'tries'> {
  const body: CallersBody = { queue, commandId, actor, origin };
  return { kind: callersKind, key: commandId, body, priority: 0, dueAt: 0 };
}
