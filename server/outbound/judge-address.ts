import { isIP, isIPv4 } from 'node:net';
import type { AddressRefusal } from '@/lib/contract/outbound';
import { refusalOf } from './address-class';

const longestAddress = 2_000;
const metadataNames: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
  'metadata.tencentyun.com',
  'metadata.platformequinix.com',
]);
const loopbackNames = /^(?:.*\.)?(?:localhost|localhost\.localdomain|ip6-localhost|ip6-loopback)$/;

/** An address as far as its text tells: where it leads, or why nothing is posted there. */
export type JudgedAddress =
  | {
      readonly kind: 'fair';
      readonly url: URL;
      /** Its host without brackets and without a last dot. */
      readonly host: string;
      /** Whether configuration names it, so that no address behind it is refused. */
      readonly isAllowed: boolean;
    }
  | { readonly kind: 'refused'; readonly refusal: AddressRefusal };

/**
 * Judges the text of an address that a person configured, without asking anybody what its name stands for.
 * `allowed` are hosts, with or without a port, in small letters (OUTBOUND_HOSTS); `longest` in characters.
 */
export function judgeAddress(
  text: string,
  allowed: readonly string[],
  longest = longestAddress,
): JudgedAddress {
  if (text.length > longest || !URL.canParse(text)) return refused('address-unreadable');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('address-not-http');
  if (url.username !== '' || url.password !== '') return refused('address-with-password');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === '') return refused('address-unreadable');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const isIPv6 = host.includes(':');
  const plain = isIPv6 ? `[${host}]` : host;
  if (allowed.includes(plain) || allowed.includes(`${plain}:${port}`))
    return { kind: 'fair', url, host, isAllowed: true };
  const refusal = isIP(host) === 0 ? refusalOfName(host) : refusalOfNumber(host, text);
  return refusal === null ? { kind: 'fair', url, host, isAllowed: false } : refused(refusal);
}

function refused(refusal: AddressRefusal): JudgedAddress {
  return { kind: 'refused', refusal };
}

function refusalOfName(name: string): AddressRefusal | null {
  if (metadataNames.has(name)) return 'address-metadata';
  return loopbackNames.test(name) ? 'address-loopback' : null;
}

/** What a number is counts before how it is written, so that 0x7f.1 is called what it is. */
function refusalOfNumber(host: string, text: string): AddressRefusal | null {
  const refusal = refusalOf(host);
  if (refusal !== null) return refusal;
  const [, written] = /^\s*\w+:[\\/]*([^\\/:?#]*)/.exec(text) ?? [];
  return isIPv4(host) && written !== host ? 'address-odd-number' : null;
}
