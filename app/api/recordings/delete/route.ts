import { type DeleteAnswer, deleteRecordingsSchema } from '@/lib/contract/recording';
import { recordingTitle } from '@/lib/format/recording-name';
import { handle, readBody } from '@/server/http/handle';

const mostNames = 5;

/** Deletes many recordings here and at the carrier, with a written reason; those under hold stay. */
export async function POST(request: Request): Promise<Response> {
  return handle(
    request,
    'recording.delete',
    async ({ recordings }, asker): Promise<DeleteAnswer> => {
      const { ids, reason } = await readBody(request, deleteRecordingsSchema);
      const rows = await recordings.rows(ids);
      asker.does({
        action: 'recording.delete',
        target: {
          kind: 'recording',
          id: ids.length === 1 ? (ids[0] ?? null) : null,
          name: rows.slice(0, mostNames).map(recordingTitle).join(', ') || null,
        },
        // Which they were must be found later.
        detail: { reason, count: ids.length, ids },
      });
      return recordings.remove(ids, { reason, by: asker.actor });
    },
  );
}
