import { countryCodeOf } from '@/lib/domain/number';

const longestAddress = 34;

/**
 * A phone number in groups a person can read: `+1 312 555 0142`. A SIP address loses its port and
 * parameters; what is neither is returned as it is.
 */
export function readableNumber(address: string): string {
  if (/^sips?:/i.test(address)) return shortSip(address);
  if (!/^\+[1-9]\d{6,14}$/.test(address)) return address;
  const digits = address.slice(1);
  const country = countryCodeOf(digits);
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
