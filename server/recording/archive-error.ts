import type { RecordingProblem } from '@/lib/contract/recording';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { StorageError } from './storage-port';

/** Why a recording could not be archived, or deleted, this time. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly problem: RecordingProblem;
  /** Whether trying again by itself would be in vain. */
  readonly isFinal: boolean;
  /** Whether what is here of it is of no use to the next try. */
  readonly isSpoilt: boolean;

  constructor(problem: RecordingProblem, { isFinal = false, isSpoilt = false } = {}) {
    super(problem);
    this.problem = problem;
    this.isFinal = isFinal;
    this.isSpoilt = isSpoilt;
  }
}

const fullDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What any error on the way means to the recording. */
export function archiveErrorOf(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  if (error instanceof CarrierReadError)
    return new ArchiveError(error.reason === 'key' ? 'carrier-key' : 'carrier-unreachable');
  if (error instanceof StorageError) {
    const isFull = error.code === 'disk-full';
    return new ArchiveError(isFull ? 'disk-full' : 'storage-unreachable');
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return new ArchiveError(fullDisk.has(code) ? 'disk-full' : 'unexpected');
}
