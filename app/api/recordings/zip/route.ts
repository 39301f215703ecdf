import { type ZipLink, zipRecordingsSchema } from '@/lib/contract/recording';
import { handle, readBody } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Makes a link to many recordings in one ZIP, good for half an hour; it is packed while it is sent. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'recording.export', async ({ recordings }, asker): Promise<ZipLink> => {
    const { ids } = await readBody(request, zipRecordingsSchema);
    const { files, left } = await recordings.files(ids);
    if (files.length === 0)
      throw new HttpProblem('recording-not-archived', 'None of these is archived yet');
    const token = await recordings.zipToken(
      files.map(({ row }) => row.id),
      asker.actor,
    );
    const { bytes } = recordings.zip(files);
    return { url: `/api/recordings/zip/${token}`, bytes, files: files.length, left };
  });
}
