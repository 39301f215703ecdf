import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { addressHeader } from '@/server/auth/address-header';
import { forwardingHeader, isAtThisMachine } from '@/server/auth/rehearsal-accounts';

/** Set to `yes` by our own server when the request was made on this machine, and absent otherwise. */
export const localHeader = 'x-rostrum-local';

const ours = 'x-rostrum-';

/** The peers whose forwarding headers are believed: TRUST_PROXY, addresses and networks by commas. */
export function readTrustedProxies(text: string): BlockList {
  const trusted = new BlockList();
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [address = '', bits] = part.split('/');
    const family = isIP(address);
    if (family === 0) throw new Error(`TRUST_PROXY: ${part} is no address and no network`);
    const type = family === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) trusted.addAddress(address, type);
    else trusted.addSubnet(address, Number(bits), type);
  }
  return trusted;
}

/**
 * Rewrites the headers of a request before anybody reads them: what only we may say is taken away and said
 * by us, and what proxies say is dropped unless the other end is a proxy we trust.
 */
export function setOwnHeaders(request: IncomingMessage, trusted: BlockList): void {
  const { headers } = request;
  const peer = plainAddress(request.socket.remoteAddress ?? '');
  const isLocal = isAtThisMachine({
    peer,
    host: headers.host,
    headerNames: Object.keys(headers),
  });
  const isTrusted = isIn(trusted, peer);
  const address = isTrusted ? clientOf(headers['x-forwarded-for'], peer, trusted) : peer;
  for (const name of Object.keys(headers))
    if (name.startsWith(ours) || (!isTrusted && forwardingHeader.test(name)))
      Reflect.deleteProperty(headers, name);
  if (address !== '') headers[addressHeader] = address;
  if (isLocal) headers[localHeader] = 'yes';
}

/** The last address on the way to us that is none of our own proxies. */
function clientOf(given: string | string[] | undefined, peer: string, trusted: BlockList): string {
  const way = (Array.isArray(given) ? given.join(',') : (given ?? '')).split(',');
  for (const part of way.reverse()) {
    const address = plainAddress(part.trim());
    if (isIP(address) === 0) return peer;
    if (!isIn(trusted, address)) return address;
  }
  return peer;
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
