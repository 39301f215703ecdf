import type { ActivityRow } from '@/lib/contract/activity';
import { type CsvCell, csvLine } from '@/lib/format/csv-line';

const columns: readonly (readonly [name: string, of: (row: ActivityRow) => CsvCell])[] = [
  ['at', ({ at }) => new Date(at / 1000).toISOString()],
  ['person', ({ actor }) => actor?.name ?? null],
  ['person_id', ({ actor }) => actor?.userId ?? null],
  ['role', ({ role }) => role],
  ['action', ({ action }) => action],
  ['conference', ({ conference }) => conference?.name ?? null],
  ['conference_id', ({ conference }) => conference?.id ?? null],
  ['target', ({ target }) => target?.name ?? null],
  ['target_kind', ({ target }) => target?.kind ?? null],
  ['target_id', ({ target }) => target?.id ?? null],
  ['outcome', ({ outcome }) => outcome],
  ['why', ({ why }) => why],
  ['round_trip_ms', ({ roundTripMs }) => roundTripMs],
  ['address', ({ address }) => address],
  ['request_id', ({ requestId }) => requestId],
  ['detail', ({ detail }) => JSON.stringify(detail)],
];

/** Activity as lines of a file: its head, then a part for each part that is read. */
export async function* activityLines(
  parts: AsyncIterable<readonly ActivityRow[]>,
  shown: (row: ActivityRow) => ActivityRow,
): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name));
  for await (const rows of parts) {
    yield rows.map((row) => csvLine(columns.map(([, of]) => of(shown(row))))).join('');
  }
}
