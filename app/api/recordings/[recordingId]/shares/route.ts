import {
  type MadeShare,
  type RecordingShare,
  shareRecordingSchema,
} from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

/** The links that were made to a recording, the newest first. */
export async function GET(request: Request, context: RecordingContext): Promise<Response> {
  return handle(
    request,
    'recording.export',
    async ({ recordings }): Promise<{ items: readonly RecordingShare[] }> => ({
      items: await recordings.shares(await recordingIdIn(context)),
    }),
  );
}

/** Makes a link for people who are signed in, good for some hours; it is in this answer and nowhere else. */
export async function POST(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.export', async ({ recordings }, asker): Promise<MadeShare> => {
    const id = await recordingIdIn(context);
    const how = await readBody(request, shareRecordingSchema);
    const row = await recordings.read(id);
    asker.does({ ...recordingDeed(row, 'recording.share'), detail: how });
    return recordings.share(id, how, asker.actor);
  });
}
