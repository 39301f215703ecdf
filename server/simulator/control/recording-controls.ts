import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type RecordedFile } from '../audio/recorded-file';
import { type RecordedFiles } from '../audio/recorded-files';
import { sampleRate } from '../audio/voices';
import { wavHeaderBytes } from '../audio/wav-file';
import { savePastRecording } from '../network/past-recordings';
import { savedRecording } from '../network/recordings';
import { type World } from '../network/world';
import { refusal } from '../refusal';
import { type Answer, parseBody } from '../rest/carrier-request';
import { type Route } from '../rest/router';

const LONGEST_SECS = 12 * 3600;
// The sizes within a WAV have 32 bits.
const MOST_BYTES = 4_000_000_000;

const bodySchema = z.object({
  seconds: z.number().min(0.1).max(LONGEST_SECS).default(60),
  format: z.enum(['wav', 'mp3']).default('wav'),
  channels: z.enum(['single', 'dual']).default('single'),
  speakers: z.number().int().min(1).max(500).default(2),
  conferenceId: z.string().min(1).optional(),
  conferenceName: z.string().min(1).optional(),
  announce: z.boolean().default(true),
  /** The exact size of a WAV; decides its length instead of the seconds. */
  bytes: z.number().int().min(wavHeaderBytes).max(MOST_BYTES).optional(),
});

/** How long a WAV of this size is. */
function lengthOf(bytes: number, channels: 'single' | 'dual'): number {
  const frames = Math.floor((bytes - wavHeaderBytes) / (channels === 'dual' ? 4 : 2));
  return (frames * 1000) / sampleRate;
}

async function sha256Of(file: RecordedFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file.pieces(0, file.bytes)) hash.update(piece);
  return hash.digest('hex');
}

/** Makes recordings at once, and says what their files are. */
export function recordingControls({
  world,
  files,
}: {
  readonly world: World;
  readonly files: RecordedFiles;
}): Route[] {
  const later = (body: Promise<unknown>): Answer => ({ status: 200, later: body });
  return [
    [
      'POST',
      '/recordings',
      ({ body }) => {
        const { seconds, announce, bytes, ...asked } = parseBody(bodySchema, body);
        if (bytes !== undefined && asked.format === 'mp3') {
          throw refusal('10015', 'Only a WAV can have a size.', { pointer: '/bytes' });
        }
        const recording = savePastRecording(world, {
          ...asked,
          announced: announce,
          orderedBytes: bytes ?? null,
          lengthMs: bytes === undefined ? seconds * 1000 : lengthOf(bytes, asked.channels),
        });
        return later(files.of(recording).then((file) => ({ id: recording.id, bytes: file.bytes })));
      },
    ],
    [
      'GET',
      '/recordings/:recording_id/sha256',
      ({ params }) => {
        const recording = savedRecording(world, params.recording_id ?? '');
        return later(
          files.of(recording).then(async (file) => ({
            sha256: await sha256Of(file),
            bytes: file.bytes,
          })),
        );
      },
    ],
  ];
}
