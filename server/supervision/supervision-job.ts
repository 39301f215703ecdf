import type { CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';

/** The kind of job that takes a session of supervision from its beginning to its end. */
export const supervisionKind = 'supervision';

/** The job of one session; asking for it again brings it forward. */
export function supervisionJob(id: CommandId, dueAt: Micros): Omit<JobRecord, 'tries'> {
  return { kind: supervisionKind, key: id, body: null, priority: 0, dueAt };
}
