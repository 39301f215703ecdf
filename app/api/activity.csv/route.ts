import { exportActivitySchema } from '@/lib/contract/http';
import { maskedActivityRow } from '@/lib/contract/shown';
import { activityLines } from '@/server/http/activity-csv';
import { filterIn } from '@/server/http/activity-filter';
import { csvResponse } from '@/server/http/csv';
import { handle, readQuery } from '@/server/http/handle';

/** The same lines as `GET /api/activity`, all of them, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'activity.read', (services, { sight, does }) => {
    const filter = readQuery(request, exportActivitySchema);
    does({ action: 'activity.export', detail: filter });
    const parts = services.activity.all(filterIn(filter), sight);
    const lines = activityLines(parts, sight.numbers ? (row) => row : maskedActivityRow);
    const day = new Date(services.now() / 1000).toISOString().slice(0, 10);
    return Promise.resolve(csvResponse(`rostrum-activity-${day}.csv`, lines));
  });
}
