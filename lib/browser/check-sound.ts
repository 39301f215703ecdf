import { maxMediaBytes } from '@/lib/contract/limits';
import { soundFormatOf, soundHeadBytes } from '@/lib/domain/sound';

/** Why a file cannot be stored. */
export type SoundTrouble = 'empty' | 'too-large' | 'not-a-sound' | 'unreadable';

/** What is wrong with a file, by its size and its first bytes, before any of it is sent; null for nothing. */
export async function soundTroubleOf(file: Blob): Promise<SoundTrouble | null> {
  if (file.size > maxMediaBytes) return 'too-large';
  try {
    const head = await file.slice(0, soundHeadBytes).arrayBuffer();
    if (head.byteLength === 0) return 'empty';
    return soundFormatOf(new Uint8Array(head)) === null ? 'not-a-sound' : null;
  } catch {
    return 'unreadable';
  }
}

const longestName = 100;

/** A name for the library, made of a file's: without its ending and whatever a name may not hold. */
export function mediaNameOf(fileName: string): string {
  return fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
    .slice(0, longestName)
    .trim();
}
