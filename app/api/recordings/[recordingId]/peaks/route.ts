import type { PeaksAnswer } from '@/lib/contract/recording';
import { handle } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';

/** The waveform; null while it is being drawn. */
export async function GET(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }): Promise<PeaksAnswer> => ({
    peaks: await recordings.peaks(await recordingIdIn(context)),
  }));
}
