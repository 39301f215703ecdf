import { handle } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

/** Tries to archive it again, from the first try on. */
export async function POST(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    asker.does(recordingDeed(await recordings.read(id), 'recording.retry'));
    return recordings.retry(id);
  });
}
