import { allow } from '@/server/http/current-actor';
import { handle } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { isDownload, sendRecording } from '@/server/http/send-recording';

/** The file: to listen to, or with `download=1` to keep; parts of it for who asks with Range. */
export async function GET(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.read', async (services, asker) => {
    if (isDownload(request)) allow(asker, 'recording.export');
    const file = await services.recordings.file(await recordingIdIn(context));
    return sendRecording(request, services, asker, file);
  });
}

/** The same without the file. */
export { GET as HEAD };
