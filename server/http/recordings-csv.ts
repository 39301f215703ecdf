import type { RecordingRow } from '@/lib/contract/recording';
import type { Micros } from '@/lib/domain/stamp';
import { type CsvCell, csvLine } from '@/lib/format/csv-line';
import { recordingTitle } from '@/lib/format/recording-name';

const columns: readonly (readonly [name: string, of: (row: RecordingRow) => CsvCell])[] = [
  ['id', ({ id }) => id],
  ['name', recordingTitle],
  ['source', ({ source }) => source],
  ['conference', ({ conference }) => conference?.name ?? null],
  ['conference_id', ({ conference }) => conference?.id ?? null],
  ['queue', ({ queue }) => queue],
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['started', ({ startedAt }) => timeOf(startedAt)],
  ['ended', ({ endedAt }) => timeOf(endedAt)],
  ['length_seconds', ({ durationMs }) => (durationMs === null ? null : durationMs / 1000)],
  ['format', ({ format }) => format],
  ['channels', ({ channels }) => channels],
  ['bytes', ({ bytes }) => bytes],
  ['sha256', ({ sha256 }) => sha256],
  ['state', ({ state }) => state],
  ['problem', ({ problem }) => problem],
  ['archived', ({ archivedAt }) => timeOf(archivedAt)],
  ['announced', ({ isFound }) => (isFound ? 'no' : 'yes')],
  ['hold', ({ hold }) => hold?.reason ?? null],
  ['hold_by', ({ hold }) => hold?.by.name ?? null],
  ['expires', ({ expiresAt }) => timeOf(expiresAt)],
  ['deleted', ({ deletion }) => timeOf(deletion?.at ?? null)],
  ['deleted_by', ({ deletion }) => deletion?.by?.name ?? null],
  ['deleted_because', ({ deletion }) => because(deletion)],
];

function because(deletion: RecordingRow['deletion']): string | null {
  if (deletion === null) return null;
  return deletion.by === null ? `kept for ${deletion.keptDays} days` : deletion.reason;
}

/** Recordings as lines of a file: its head, then a part for each part that is read. */
export async function* recordingLines(
  parts: AsyncIterable<readonly RecordingRow[]>,
  shown: (row: RecordingRow) => RecordingRow,
): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name));
  for await (const rows of parts) {
    yield rows.map((row) => csvLine(columns.map(([, of]) => of(shown(row))))).join('');
  }
}

function timeOf(at: Micros | null): string | null {
  return at === null ? null : new Date(at / 1000).toISOString();
}
