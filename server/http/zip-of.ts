import { recordingTitle } from '@/lib/format/recording-name';
import type { RecordingFile } from '@/server/recording/recording-services';
import { type RecordingsZip, zipRecordings } from '@/server/recording/zip-recordings';
import type { Services } from '@/server/services';

/** Files of recordings as one ZIP. */
export function zipOf({ timeZone }: Services, files: readonly RecordingFile[]): RecordingsZip {
  return zipRecordings(
    files.map(({ row, bytes, sha256, open }) => ({
      ...{ id: row.id, title: recordingTitle(row), conference: row.conference?.name ?? null },
      ...{ format: row.format ?? 'wav', startedAt: row.startedAt, durationMs: row.durationMs },
      ...{ bytes, sha256, open: () => open() },
    })),
    timeZone,
  );
}
