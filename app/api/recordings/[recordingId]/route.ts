import { type DeleteAnswer, type RecordingDetail, reasonSchema } from '@/lib/contract/recording';
import { may } from '@/lib/domain/permission';
import { handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';
import { shownDetail } from '@/server/http/shown-detail';

/** A recording, who spoke in it when, and what happened meanwhile. */
export async function GET(request: Request, context: RecordingContext): Promise<Response> {
  return handle(
    request,
    'recording.read',
    async ({ recordings }, { sight, role }): Promise<RecordingDetail> => {
      const detail = await recordings.detail(await recordingIdIn(context), sight, true);
      return shownDetail({ ...detail, mayDownload: may(role, 'recording.export') }, sight);
    },
  );
}

/** Deletes a recording here and at the carrier, with a written reason. */
export async function DELETE(request: Request, context: RecordingContext): Promise<Response> {
  return handle(
    request,
    'recording.delete',
    async ({ recordings }, asker): Promise<DeleteAnswer> => {
      const id = await recordingIdIn(context);
      const { reason } = await readBody(request, reasonSchema);
      const row = await recordings.read(id);
      asker.does({ ...recordingDeed(row, 'recording.delete'), detail: { reason } });
      const answer = await recordings.remove([id], { reason, by: asker.actor });
      if (answer.held.length > 0)
        throw new HttpProblem('recording-held', 'It is under hold: lift the hold first');
      if (answer.missing.length > 0)
        throw new HttpProblem('recording-deleted', 'Somebody has deleted it already');
      return answer;
    },
  );
}
