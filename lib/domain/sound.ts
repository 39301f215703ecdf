/** The formats the carrier plays (DOMAIN §4.5). */
export type SoundFormat = 'wav' | 'mp3';

/** So many bytes at the beginning of a file tell its format. */
export const soundHeadBytes = 12;

const versionReserved = 0b01;
const layer3 = 0b01;

/** The format of a file by its first bytes; null for what is neither WAV nor MP3, whatever its name says. */
export function soundFormatOf(head: Uint8Array): SoundFormat | null {
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WAVE') return 'wav';
  if (textAt(head, 0, 3) === 'ID3') return 'mp3';
  return isMp3Frame(head) ? 'mp3' : null;
}

/** Whether it begins with the head of an MPEG audio frame, layer III. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isInStep = first === 0xff && (second & 0xe0) === 0xe0;
  const version = (second >> 3) & 0b11;
  const layer = (second >> 1) & 0b11;
  const bitRate = third >> 4;
  const sampling = (third >> 2) & 0b11;
  const isMeant = bitRate !== 0b1111 && bitRate !== 0 && sampling !== 0b11;
  return isInStep && version !== versionReserved && layer === layer3 && isMeant;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
