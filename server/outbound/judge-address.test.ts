import { describe, expect, it } from 'vitest';
import type { AddressRefusal } from '@/lib/contract/outbound';
import { judgeAddress } from './judge-address';

function refusalOf(text: string, allowed: readonly string[] = []): AddressRefusal | null {
  const judged = judgeAddress(text, allowed);
  return judged.kind === 'refused' ? judged.refusal : null;
}

describe('an address that a person configured', () => {
  it.each([
    'https://example.com/hook?a=1',
    'http://example.com:8080/',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]:8443/x',
    'https://münchen.example/',
    'https://localhost.example.com/',
    'https://172.15.0.1/',
    'https://172.32.0.1/',
    'https://100.63.255.255/',
  ])('is taken where it leads to the internet: %s', (text) => {
    expect(refusalOf(text)).toBeNull();
  });

  it.each<[AddressRefusal, readonly string[]]>([
    ['address-unreadable', ['', 'example.com', 'https://', 'https://a b/', 'https://1.2.3.4.5/']],
    ['address-unreadable', [`https://example.com/${'x'.repeat(2_000)}`, 'https://256.1.1.1/']],
    ['address-not-http', ['ftp://example.com/', 'file:///etc/passwd', 'javascript:alert(1)']],
    ['address-with-password', ['https://me:secret@example.com/', 'https://me@example.com/']],
    ['address-loopback', ['http://127.0.0.1/', 'http://127.255.0.9/', 'http://0.0.0.0/']],
    ['address-loopback', ['http://localhost/', 'http://LOCALHOST./', 'http://a.localhost:3000/']],
    ['address-loopback', ['http://[::1]/', 'http://[::]/', 'http://[0:0:0:0:0:0:0:1]/']],
    ['address-loopback', ['http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/']],
    ['address-loopback', ['http://0177.0.0.1/', 'http://１２７.0.0.1/', 'http://127.0.0.1./']],
    ['address-private', ['http://10.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/']],
    ['address-private', ['http://192.168.1.1/', 'http://100.64.0.1/', 'http://198.18.0.1/']],
    ['address-private', ['http://[fc00::1]/', 'http://[fdff:1::2]/', 'http://[fec0::1]/']],
    ['address-private', ['http://0xa000001/', 'http://167772161/']],
    ['address-link-local', ['http://169.254.1.1/', 'http://[fe80::1]/', 'http://[febf::1]/']],
    ['address-multicast', ['http://224.0.0.1/', 'http://239.1.1.1/', 'http://255.255.255.255/']],
    ['address-multicast', ['http://[ff02::1]/']],
    ['address-metadata', ['http://169.254.169.254/latest/meta-data', 'http://0xa9fea9fe/']],
    ['address-metadata', ['http://[fd00:ec2::254]/', 'http://[fd20:ce::254]/']],
    [
      'address-metadata',
      ['http://168.63.129.16/', 'http://100.100.100.200/', 'http://192.0.0.192/'],
    ],
    ['address-metadata', ['http://metadata.google.internal/', 'http://Metadata.Google.Internal./']],
    ['address-odd-number', ['http://0x08.8.8.8/', 'http://134744072/', 'http://8.8.2056/']],
    ['address-odd-number', ['http://[::ffff:8.8.8.8]/', 'http://[::ffff:127.0.0.1]/']],
    ['address-odd-number', ['http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/']],
    ['address-odd-number', ['http://[::7f00:1]/', 'http://[2001:0:1::1]/']],
    ['address-reserved', ['http://192.0.2.1/', 'http://198.51.100.7/', 'http://203.0.113.7/']],
    ['address-reserved', ['http://192.0.0.8/', 'http://240.0.0.1/', 'http://[2001:db8::1]/']],
    ['address-reserved', ['http://[3fff::1]/', 'http://[4000::1]/', 'http://[100::1]/']],
  ])('is refused as %s: %j', (refusal, texts) => {
    expect(texts.map((text) => [text, refusalOf(text)])).toEqual(
      texts.map((text) => [text, refusal]),
    );
  });

  it('is taken where configuration names its host, with its port or with any', () => {
    const allowed = ['app.internal', '10.0.0.7:8080', '127.0.0.1:443', '[::1]', 'localhost:80'];
    const texts = [
      ...['https://app.internal/x', 'http://app.internal:9/', 'http://10.0.0.7:8080/'],
      ...['https://127.0.0.1/', 'http://[::1]:3000/', 'http://localhost/', 'http://localhost./'],
    ];
    expect(texts.map((text) => refusalOf(text, allowed))).toEqual(texts.map(() => null));
    expect(refusalOf('http://10.0.0.7/', allowed)).toBe('address-private');
    expect(refusalOf('http://127.0.0.1/', allowed)).toBe('address-loopback');
    expect(refusalOf('http://localhost:81/', allowed)).toBe('address-loopback');
    expect(refusalOf('ftp://app.internal/', allowed)).toBe('address-not-http');
    expect(refusalOf('http://me@app.internal/', allowed)).toBe('address-with-password');
  });
});
