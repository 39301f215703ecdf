import { listRecordingsSchema } from '@/lib/contract/recording';
import { maskedRecordingRow } from '@/lib/contract/shown';
import { handle, readQuery } from '@/server/http/handle';

/** Recordings, the newest first, filtered and paged. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }, { seesNumbers }) => {
    const { items, nextCursor } = await recordings.page(readQuery(request, listRecordingsSchema));
    return { items: seesNumbers ? items : items.map(maskedRecordingRow), nextCursor };
  });
}
