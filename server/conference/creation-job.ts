import type { CreationCommand } from '@/lib/domain/creation/command';
import type { Actor } from '@/lib/domain/event';
import type { CommandId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobRecord } from '@/server/log/ports';

/** The kind of job that makes a conference when the one who was dialled for it answers. */
export const creationKind = 'conference.creation';

/** What such a job holds. */
export interface CreationBody {
  readonly commandId: CommandId;
  readonly fields: CreationCommand['fields'];
  readonly actor: Actor;
}

/** The job that makes the conference. */
export function creationJob(body: CreationBody, dueAt: Micros): Omit<JobRecord, 'tries'> {
  return { kind: creationKind, key: body.commandId, body, priority: 0, dueAt };
}
