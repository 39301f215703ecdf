import { reasonSchema } from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

/** Puts a recording under hold: nobody, and no rule, can delete it then. */
export async function PUT(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.keep', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const { reason } = await readBody(request, reasonSchema);
    const row = await recordings.read(id);
    asker.does({ ...recordingDeed(row, 'recording.hold'), detail: { reason } });
    return recordings.hold(id, reason, asker.actor);
  });
}

/** Lifts the hold, with a written reason. */
export async function DELETE(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.keep', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const { reason } = await readBody(request, reasonSchema);
    const row = await recordings.read(id);
    asker.does({ ...recordingDeed(row, 'recording.lift'), detail: { reason } });
    return recordings.lift(id);
  });
}
