/** Text as it is searched and compared: no upper case, accents in one form. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
