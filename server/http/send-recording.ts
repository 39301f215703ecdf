import type { RecordingRow } from '@/lib/contract/recording';
import { recordingTitle } from '@/lib/format/recording-name';
import type { Services } from '@/server/services';
import type { Deed } from './deed';
import { fileResponse } from './file-response';
import type { Asker } from './handle';

const mediaTypes = { wav: 'audio/wav', mp3: 'audio/mpeg' } as const;

/** Whether a request wants a file to keep, and not to listen to. */
export function isDownload(request: Request): boolean {
  return new URL(request.url).searchParams.get('download') === '1';
}

/**
 * Sends the file of a recording, or parts of it, and tells activity of each listening and each download once,
 * however many parts are asked for. `detail`: what else there is to tell.
 */
export async function sendRecording(
  request: Request,
  { recordings }: Services,
  asker: Asker,
  file: Awaited<ReturnType<Services['recordings']['file']>>,
  detail: Deed['detail'] = {},
): Promise<Response> {
  const { row } = file;
  const isKept = isDownload(request);
  if (request.method !== 'HEAD') {
    const isNew = isKept
      ? isFirstPart(request)
      : recordings.isNewListening(asker.actor.userId, row.id);
    if (isNew)
      asker.does({
        ...recordingDeed(row, isKept ? 'recording.download' : 'recording.listen'),
        detail,
      });
  }
  return fileResponse(request, {
    name: file.name,
    mediaType: mediaTypes[file.format],
    disposition: isKept ? 'attachment' : 'inline',
    bytes: file.bytes,
    sha256: file.sha256,
    lastModified: new Date(file.archivedAt / 1000),
    open: file.open,
  });
}

/** Something that is done to one recording, for activity. */
export function recordingDeed(row: RecordingRow, action: Deed['action']): Deed {
  const target = { kind: 'recording', id: row.id, name: recordingTitle(row) } as const;
  return { action, conference: row.conference, target };
}

// A download that broke off goes on with a later part: that is the same one.
function isFirstPart({ headers }: Request): boolean {
  const range = headers.get('range');
  return range === null || range.startsWith('bytes=0-');
}
