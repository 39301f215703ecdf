// Country codes of one and two digits; all others have three (ITU-T E.164).
const shortCodes = new Set(
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);
const longestAddress = 34;

/**
 * A phone number in groups a person can read: `+1 312 555 0142`. A SIP address loses its port and
 * parameters; what is neither is returned as it is.
 */
export function readableNumber(address: string): string {
  if (/^sips?:/i.test(address)) return shortSip(address);
  if (!/^\+[1-9]\d{6,14}$/.test(address)) return address;
  const digits = address.slice(1);
  const code = [1, 2].map((n) => digits.slice(0, n)).find((c) => shortCodes.has(c));
  const country = code ?? digits.slice(0, 3);
  return `+${[country, ...groups(digits.slice(country.length))].join(' ')}`;
}

function groups(national: string): string[] {
  if (national.length <= 4) return [national];
  const head = national.slice(0, -4);
  const parts = [national.slice(-4)];
  for (let end = head.length; end > 0; end -= 3)
    parts.unshift(head.slice(Math.max(0, end - 3), end));
  return parts;
}

function shortSip(address: string): string {
  const plain = address.replace(/[;?].*$/, '').replace(/:\d+$/, '');
  return plain.length <= longestAddress ? plain : `${plain.slice(0, longestAddress - 1)}…`;
}
