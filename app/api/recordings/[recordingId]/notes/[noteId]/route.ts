import { handle } from '@/server/http/handle';
import { recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

interface Context {
  params: Promise<{ recordingId: string; noteId: string }>;
}

/** Takes one's own note back. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const { noteId } = await context.params;
    asker.does(recordingDeed(await recordings.read(id), 'recording.unnote'));
    await recordings.removeNote(id, noteId, asker.actor);
    return { id: noteId };
  });
}
