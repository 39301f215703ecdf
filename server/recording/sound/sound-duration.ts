import type { RecordingFormat } from '@/lib/contract/recording';
import { soundFormatOf, soundHeadBytes } from '@/lib/domain/sound';
import { mp3Frames } from './mp3-frames';
import { bytesAt, soundInFile, type StoredSound } from './stored-sound';
import { readWavHead } from './wav-head';

/** What a file says of itself. */
export interface SoundLength {
  readonly format: RecordingFormat;
  /** Of the sound that is really in it: what an MP3 encoder added at its ends counts too. */
  readonly durationMs: number;
}

/**
 * How long the sound in a file is, by all that is in the file and not by what its head promises; null for what
 * is neither WAV nor MP3. Rejects with the system's error where the file cannot be read.
 */
export async function soundLength(path: string): Promise<SoundLength | null> {
  const sound = await soundInFile(path);
  const format = soundFormatOf(await bytesAt(sound, 0, soundHeadBytes));
  if (format === null) return null;
  const seconds = format === 'wav' ? await wavSeconds(sound) : await mp3Seconds(sound);
  return seconds === null ? null : { format, durationMs: Math.round(seconds * 1000) };
}

async function wavSeconds(sound: StoredSound): Promise<number | null> {
  const head = await readWavHead(sound);
  return head === null ? null : head.frames / head.sampleRate;
}

/** Null where there is not a single frame. */
async function mp3Seconds(sound: StoredSound): Promise<number | null> {
  let seconds: number | null = null;
  for await (const frames of mp3Frames(await sound.open()))
    for (const { samples, sampleRate } of frames) seconds = (seconds ?? 0) + samples / sampleRate;
  return seconds;
}
