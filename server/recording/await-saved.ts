import type { ActivityRow } from '@/lib/contract/activity';
import { type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import { savedWithin, unsavedRecordings } from '@/lib/domain/recording/unsaved';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Log } from '@/server/log/log';
import type { JobRecord } from '@/server/log/ports';
import type { RecordingTable } from './ports';

/** The kind of job that looks whether what a conference recorded was saved; its key is the conference's id. */
export const awaitKind = 'recording.await';

const lookAgainAfter: Micros = 300_000_000;

/** Recordings of a conference that the carrier has not saved in time. */
export interface Unsaved {
  readonly conference: { readonly id: string; readonly name: string | null };
  readonly count: number;
}

/** The job for a conference that was recorded and has just ended. */
export function awaitJob(conferenceId: ConferenceId, now: Micros): Omit<JobRecord, 'tries'> {
  const dueAt = now + savedWithin;
  return { kind: awaitKind, key: conferenceId, body: null, priority: 5, dueAt };
}

/**
 * Builds the worker that tells of recordings which the carrier has neither announced nor listed. It waits until
 * the list was read after the conference ended: before that nobody knows.
 */
export function createAwaitWorker(parts: {
  readonly log: Pick<Log, 'read'>;
  readonly table: Pick<RecordingTable, 'readUpTo'>;
  readonly now: () => Micros;
  readonly onUnsaved: (unsaved: Unsaved) => Promise<void>;
}): JobWorker {
  return async ({ key: id, dueAt }) => {
    const view = await parts.log.read(conferenceStream(id as ConferenceId));
    const unsaved = view === null ? null : unsavedRecordings(view.state);
    if (view === null || unsaved === null) return { kind: 'done' };
    const readUpTo = await parts.table.readUpTo();
    if (readUpTo === null || readUpTo < dueAt - savedWithin)
      return { kind: 'again', dueAt: parts.now() + lookAgainAfter };
    const { description, settings } = view.state;
    const name = description?.name ?? settings?.name ?? null;
    await parts.onUnsaved({ conference: { id, name }, count: unsaved.count });
    return { kind: 'done' };
  };
}

/** What activity tells of it: that nobody did it. */
export function unsavedLine({ conference, count }: Unsaved, at: Micros): Omit<ActivityRow, 'id'> {
  return {
    ...{ at, actor: null, role: null, action: 'recording.unsaved', conference },
    target: { kind: 'recording', id: null, name: conference.name },
    outcome: 'failed',
    why: null,
    ...{ roundTripMs: null, address: null, requestId: null },
    detail: { count },
  };
}
