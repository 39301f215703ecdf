import { BlockList, isIP } from 'node:net';
import type { AddressRefusal } from '@/lib/contract/outbound';

type Network = readonly [network: string, bits: number];

// Asked first: of these some lie in private and link-local networks, and some in public ones.
const metadata: readonly Network[] = [
  ['169.254.169.254', 32],
  ['169.254.170.2', 32],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['168.63.129.16', 32],
  ['fd00:ec2::', 32],
  ['fd20:ce::254', 128],
  ['fe80::a9fe:a9fe', 128],
];

// IANA's special-purpose registries (RFC 6890), by what may be found there.
const classes: readonly (readonly [AddressRefusal, readonly Network[]])[] = [
  ['address-metadata', metadata],
  [
    'address-loopback',
    [
      ['0.0.0.0', 8],
      ['127.0.0.0', 8],
      ['::', 127],
    ],
  ],
  // An IPv4 address inside an IPv6 one: mapped, compatible, translated (NAT64), 6to4 and Teredo.
  [
    'address-odd-number',
    [
      ['::', 96],
      ['::ffff:0:0', 96],
      ['::ffff:0:0:0', 96],
      ['64:ff9b::', 96],
      ['64:ff9b:1::', 48],
      ['2002::', 16],
      ['2001::', 32],
    ],
  ],
  [
    'address-private',
    [
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['fc00::', 7],
      ['fec0::', 10],
    ],
  ],
  [
    'address-link-local',
    [
      ['169.254.0.0', 16],
      ['fe80::', 10],
    ],
  ],
  [
    'address-multicast',
    [
      ['224.0.0.0', 4],
      ['255.255.255.255', 32],
      ['ff00::', 8],
    ],
  ],
  [
    'address-reserved',
    [
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['240.0.0.0', 4],
      ['2001::', 23],
      ['2001:db8::', 32],
      ['3fff::', 20],
    ],
  ],
];

const lists = classes.map(([refusal, networks]) => [refusal, listOf(networks)] as const);
// Nothing else of IPv6 has been given out (RFC 4291 §2.4).
const givenOut = listOf([['2000::', 3]]);

/** Why an IP address is not reached without being allowed; null for a public one. */
export function refusalOf(address: string): AddressRefusal | null {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return 'address-reserved';
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const found = lists.find(([, list]) => list[type].check(address, type));
  if (found !== undefined) return found[0];
  return family === 6 && !givenOut.ipv6.check(address, 'ipv6') ? 'address-reserved' : null;
}

// Node holds mapped addresses against IPv4 networks too: kept apart, each is asked of its own only.
function listOf(networks: readonly Network[]): { ipv4: BlockList; ipv6: BlockList } {
  const list = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const [network, bits] of networks) {
    const type = isIP(network) === 4 ? 'ipv4' : 'ipv6';
    list[type].addSubnet(network, bits, type);
  }
  return list;
}
