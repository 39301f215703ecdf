import { exportRecordingsSchema } from '@/lib/contract/recording';
import { maskedRecordingRow } from '@/lib/contract/shown';
import { csvResponse } from '@/server/http/csv';
import { handle, readQuery } from '@/server/http/handle';
import { recordingLines } from '@/server/http/recordings-csv';

/** The same recordings as `GET /api/recordings`, all of them, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'recording.export', ({ recordings, now }, { seesNumbers, does }) => {
    const filter = readQuery(request, exportRecordingsSchema);
    does({ action: 'recording.export', detail: filter });
    const lines = recordingLines(
      recordings.all(filter),
      seesNumbers ? (row) => row : maskedRecordingRow,
    );
    const day = new Date(now() / 1000).toISOString().slice(0, 10);
    return Promise.resolve(csvResponse(`rostrum-recordings-${day}.csv`, lines));
  });
}
