import { handle } from '@/server/http/handle';
import { recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

interface Context {
  params: Promise<{ recordingId: string; shareId: string }>;
}

/** Revokes a link: it opens nothing any more. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  return handle(request, 'recording.export', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const { shareId } = await context.params;
    asker.does(recordingDeed(await recordings.read(id), 'recording.unshare'));
    return recordings.revokeShare(id, shareId, asker.actor);
  });
}
