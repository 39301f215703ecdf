import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import { archiveErrorOf } from './archive-error';
import { type ArchiveParts, dropPart } from './archive-job';

/** The kind of job that deletes a recording here and at the carrier; its key is the recording's id. */
export const deleteKind = 'recording.delete';

const firstPause: Micros = 5_000_000;
const longestPause: Micros = 3_600_000_000;

/**
 * Builds the worker that deletes one recording: at the carrier first, so that it cannot come back from there,
 * then here. It goes on until both is done; what is known of it stays, with who deleted it and why.
 */
export function createDeleteWorker(
  parts: Pick<
    ArchiveParts,
    'table' | 'change' | 'carrier' | 'storage' | 'partsDir' | 'now' | 'onFailure'
  >,
): JobWorker {
  return async ({ key: id, tries }) => {
    const record = await parts.table.read(id);
    if (record?.state !== 'deleting') return { kind: 'done' };
    try {
      await parts.carrier.remove(id);
      if (record.storageKey !== null) await parts.storage.remove(record.storageKey);
      await dropPart(parts, id);
      await parts.table.forget(id);
      const gone = { state: 'deleted', storageKey: null, linkEtag: null, problem: null } as const;
      await parts.change(id, { ...gone, nextTryAt: null }, { states: ['deleting'] });
      return { kind: 'done' };
    } catch (error) {
      const { problem } = archiveErrorOf(error);
      if (problem === 'unexpected') parts.onFailure(error);
      const pause = Math.min(longestPause, firstPause * 2 ** Math.min(tries, 10));
      const nextTryAt = parts.now() + pause;
      await parts.change(id, { problem, nextTryAt }, { states: ['deleting'] });
      return { kind: 'again', dueAt: nextTryAt };
    }
  };
}
