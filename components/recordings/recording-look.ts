import type { RecordingRow, RecordingState } from '@/lib/contract/recording';
import type { Tone } from '@/components/ui/tone';

/** What each state means: as it should be, on its way, or worth a look. */
export const stateTones: Record<RecordingState, Tone> = {
  waiting: 'neutral',
  archiving: 'brand',
  retrying: 'warn',
  archived: 'live',
  failed: 'bad',
  deleting: 'neutral',
  deleted: 'neutral',
};

/** How much of it is here, 0 to 1; null where its size is not known. */
export function partDone({ bytes, doneBytes }: RecordingRow): number | null {
  return bytes === null || bytes === 0 ? null : Math.min(1, doneBytes / bytes);
}

/** Whether it can be played and downloaded. */
export function isPlayable({ state }: Pick<RecordingRow, 'state'>): boolean {
  return state === 'archived';
}

/** Whether it is deleted, or is just being deleted. */
export function isGone({ state }: Pick<RecordingRow, 'state'>): boolean {
  return state === 'deleted' || state === 'deleting';
}

/** What would become of those chosen if they were deleted. */
export interface Deletion {
  readonly going: readonly RecordingRow[];
  readonly held: readonly RecordingRow[];
  readonly gone: readonly RecordingRow[];
  /** How much sound is in those that go, in milliseconds. */
  readonly lengthMs: number;
}

/** Sorts those chosen by what would become of them if they were deleted. */
export function deletionOf(rows: readonly RecordingRow[]): Deletion {
  const gone = rows.filter(isGone);
  const held = rows.filter((row) => !isGone(row) && row.hold !== null);
  const going = rows.filter((row) => !isGone(row) && row.hold === null);
  const lengthMs = going.reduce((sum, row) => sum + (row.durationMs ?? 0), 0);
  return { going, held, gone, lengthMs };
}
