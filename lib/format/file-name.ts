// Beside what no name may hold: marks that turn the direction of writing, so that an ending can be feigned.
const hidden = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const lonelySurrogate = /\p{Surrogate}/gu;
const longestBytes = 200;
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name for a file, made of any text: without what would lead to another folder or hide it, and short enough
 * for every file system. What follows the last dot is kept.
 */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(hidden, '')
    .replace(lonelySurrogate, '\ufffd')
    .replace(/[/\\]/g, '-')
    .replace(/^[\s.]+/, '')
    .trim();
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.\s]{1,10})?$/u.exec(plain) ?? [];
  return `${shortened(stem === '' ? 'file' : stem, longestBytes - bytesOf(ending))}${ending}`;
}

/** The same for a file that may be unpacked on Windows, where more is forbidden. */
export function portableFileName(text: string): string {
  const name = fileName(text)
    .replaceAll('"', "'")
    .replace(/[:*?<>|]/g, '-')
    .replace(/[\s.]+$/, '');
  return reservedOnWindows.test(name) ? `_${name}` : name;
}

function shortened(text: string, most: number): string {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let bytes = bytesOf(text);
  while (bytes > most) bytes -= bytesOf(letters.pop() ?? '');
  return letters.join('');
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
