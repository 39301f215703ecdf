import type { RecordingRow } from '@/lib/contract/recording';

/** An archived recording of a conference, otherwise where said. */
export function aRecording(id: string, otherwise: Partial<RecordingRow> = {}): RecordingRow {
  return {
    ...{ kind: 'recording', id, source: 'conference', conference: { id: 'c-1', name: 'Board' } },
    ...{
      callControlId: null,
      from: null,
      to: null,
      queue: null,
      format: 'mp3',
      channels: 'single',
    },
    ...{ startedAt: 1_000_000, endedAt: 61_000_000, durationMs: 60_000, heardAt: 62_000_000 },
    ...{ isFound: false, state: 'archived', bytes: 960_000, doneBytes: 960_000, tries: 0 },
    ...{ nextTryAt: null, problem: null, sha256: 'ab'.repeat(32), archivedAt: 63_000_000 },
    ...{ hold: null, expiresAt: null, deletion: null },
    ...otherwise,
  };
}
