import type { RecordingDetail } from '@/lib/contract/recording';
import { handle } from '@/server/http/handle';
import { recordingDeed } from '@/server/http/send-recording';
import { sharedIn, type SharedContext } from '@/server/http/shared-recording';
import { shownDetail } from '@/server/http/shown-detail';

/** The recording that a shared link opens, for anybody who is signed in. */
export async function GET(request: Request, context: SharedContext): Promise<Response> {
  return handle(request, 'signed-in', async (services, asker): Promise<RecordingDetail> => {
    const { recordings } = services;
    const { link, id } = await sharedIn(services, context);
    const detail = await recordings.detail(id, asker.sight, false);
    asker.does({
      ...recordingDeed(detail.recording, 'recording.openShare'),
      detail: { sharedBy: link.by.name },
    });
    await recordings.noteOpened(link);
    return shownDetail({ ...detail, mayDownload: link.mayDownload }, asker.sight);
  });
}
