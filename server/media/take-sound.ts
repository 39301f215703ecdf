import { maxMediaBytes } from '@/lib/contract/limits';
import { type SoundFormat, soundFormatOf, soundHeadBytes } from '@/lib/domain/sound';
import { MediaError } from './media-error';

/** A file that came whole and is what it should be. */
export interface TakenSound {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: SoundFormat;
}

const notASound = () =>
  new MediaError('not-a-sound', 'Send a WAV or MP3 file: the first bytes of this one are neither');
const tooLarge = () =>
  new MediaError('body-too-large', `A file may hold ${maxMediaBytes / 1024 / 1024} MB`);

/**
 * Takes a file as it comes, and refuses it with a `MediaError` as soon as its beginning is of no sound
 * or there is more of it than the carrier takes: the rest is not read.
 */
export async function takeSound(
  body: ReadableStream<Uint8Array> | null,
  announcedBytes: number,
): Promise<TakenSound> {
  if (announcedBytes > maxMediaBytes) throw tooLarge();
  const reader = body?.getReader();
  const refuse = async (error: MediaError): Promise<never> => {
    await reader?.cancel();
    throw error;
  };
  const chunks: Uint8Array[] = [];
  let length = 0;
  let format: SoundFormat | null = null;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (value !== undefined) {
      chunks.push(value);
      length += value.length;
    }
    if (format === null && (done || length >= soundHeadBytes)) {
      format = soundFormatOf(joined(chunks, Math.min(length, soundHeadBytes)));
      if (format === null) return refuse(notASound());
    }
    if (length > maxMediaBytes) return refuse(tooLarge());
    if (done && format !== null) return { bytes: joined(chunks, length), format };
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, length - at), at);
    at = Math.min(length, at + chunk.length);
  }
  return bytes;
}
