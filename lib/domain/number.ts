// Country codes of one and two digits; all others have three (ITU-T E.164).
const shortCodes = new Set(
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

const hidden = '•••';
const fewestDigits = 7;
const nobodysNumber = /^(anonymous|restricted|private|unavailable|unknown)$/i;
// A plus and seven digits or more, grouped or not; nine bare digits; a SIP or telephone address.
const numbersInText = /(?:sips?|tel):[^\s"'<>]+|\+\d(?:[ ().-]{0,2}\d){6,14}|\d{9,}/gi;

/** The country code at the beginning of these digits of an international number. */
export function countryCodeOf(digits: string): string {
  const code = [1, 2].map((n) => digits.slice(0, n)).find((c) => shortCodes.has(c));
  return code ?? digits.slice(0, 3);
}

/**
 * A number or address for those who may not see it: the country and the last two digits, `+49 ••• ••• 21`,
 * always the same for the same number. Of what is no number nothing is left but its kind.
 */
export function maskedNumber(address: string): string {
  if (nobodysNumber.test(address.trim())) return address;
  const scheme = /^(?:sips?|tel):/i.exec(address)?.[0] ?? '';
  const user = (address.slice(scheme.length).split(/[@;?]/, 1)[0] ?? '').trim();
  const digits = user.replace(/[\s().-]/g, '').replace(/^\+/, '');
  if (!/^\d+$/.test(digits) || digits.length < fewestDigits) return `${scheme}${hidden}`;
  const country = user.startsWith('+') ? `+${countryCodeOf(digits)} ` : '';
  return `${scheme}${country}${hidden} ${hidden} ${digits.slice(-2)}`;
}

/** Whether a number or address is one of which part has been hidden. */
export function isMasked(address: string): boolean {
  return address.includes(hidden);
}

/** A sentence or a name with the numbers and addresses in it masked. */
export function maskedText(text: string): string {
  const isNumber = /^[\s+\d().-]+$/.test(text) && text.replace(/\D/g, '').length >= fewestDigits;
  const isDate = /^\d{4}-\d{2}-\d{2}/.test(text);
  if (isNumber && !isDate) return maskedNumber(text.trim());
  return text.replace(numbersInText, (found) => maskedNumber(found));
}

/** Digits somebody pressed, of which only their count is left. */
export function maskedDigits(digits: string): string {
  return '•'.repeat(digits.length);
}
