import { recordingNoteSchema } from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { type RecordingContext, recordingIdIn } from '@/server/http/recording-id';
import { recordingDeed } from '@/server/http/send-recording';

/** Writes a note at one place of a recording. */
export async function POST(request: Request, context: RecordingContext): Promise<Response> {
  return handle(request, 'recording.read', async ({ recordings }, asker) => {
    const id = await recordingIdIn(context);
    const note = await readBody(request, recordingNoteSchema);
    const row = await recordings.read(id);
    asker.does({ ...recordingDeed(row, 'recording.note'), detail: { atMs: note.atMs } });
    return recordings.addNote(id, note, asker.actor);
  });
}
