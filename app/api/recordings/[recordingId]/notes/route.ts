import { recordingNoteSchema } from '@/lib/contract/recording';
import { HttpProblem } from '@/server/http/http-problem';
import { handle, readBody } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

/** Writes a note at one place of a recording. */
export async function POST(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const note = await readBody(request, recordingNoteSchema);
    const row = await recordings.read(id);
    if (row.durationMs !== null && note.atMs > row.durationMs)
      throw new HttpProblem('bad-request', `atMs: It ends after ${row.durationMs} ms`);
    asker.does({ ...recordingDeed(row, 'recording.note'), detail: { atMs: note.atMs } });
    return recordings.addNote(id, note, asker.actor);
  });
}
