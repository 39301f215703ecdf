import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { createTestKey, signedPost } from '@/server/testing/signed-post';
import { isSignedBy, readPublicKey, verifySignature } from './verify-signature';

const now = 1_789_000_000;
const key = createTestKey();
const other = createTestKey();
const event = { data: { id: 'e1', event_type: 'call.answered', payload: {} } };
const post = signedPost(key, event, now);
const verify = (change: Partial<Record<keyof typeof post, unknown>>, keys = [key.publicKey]) =>
  verifySignature({ ...post, ...change } as typeof post, keys, now);

describe('a signature', () => {
  it('of these bytes and this timestamp is good', async () => {
    expect(await verify({})).toBe('good');
  });

  it('of an empty body is good', async () => {
    expect(await verify(signedPost(key, '', now))).toBe('good');
  });

  it('of a body that is no UTF-8 is good: the bytes count', async () => {
    const body = Buffer.from([0xff, 0xfe, 0x00, 0x7c]);
    const signature = key.sign(post.timestamp, body);
    expect(await verify({ body, signature })).toBe('good');
    const readAsText = Buffer.from(body.toString('utf8'));
    expect(await verify({ body: readAsText, signature })).toBe('bad-signature');
  });

  it.each([
    ['the body has one more space', { body: Buffer.from(`${post.body.toString()} `) }],
    ['the body is written anew', { body: Buffer.from(JSON.stringify(event, null, 1)) }],
    ['the timestamp is another', { timestamp: String(now - 1) }],
    ['the timestamp is written otherwise', { timestamp: `0${now}` }],
    ['it is in hex', { signature: Buffer.from(post.signature, 'base64').toString('hex') }],
    ['it is in base64url', { signature: `-_${post.signature.slice(2)}` }],
    ['it is too short', { signature: post.signature.slice(0, 80) }],
    ['it is too long', { signature: Buffer.alloc(65).toString('base64') }],
    ['it is empty', { signature: '' }],
    ['it stands there twice', { signature: `${post.signature}, ${post.signature}` }],
    ['it has a prefix', { signature: `v1a,${post.signature}` }],
    ['it is all zeros', { signature: Buffer.alloc(64).toString('base64') }],
  ])('is bad where %s', async (_how, change) => {
    expect(await verify(change)).toBe('bad-signature');
  });

  it.each(['', 'soon', '-1', '1e9', '0x10', ' 1789000000', '1789000000.5', '1'.repeat(13), 'NaN'])(
    'is bad over the timestamp %j, even if signed',
    async (timestamp) => {
      const signature = key.sign(timestamp, post.body);
      expect(await verify({ timestamp, signature })).toBe('bad-signature');
    },
  );

  it('is missing where either header is', async () => {
    expect(await verify({ signature: null })).toBe('missing-signature');
    expect(await verify({ timestamp: null })).toBe('missing-signature');
  });

  it.each([
    [-301, 'stale'],
    [-300, 'good'],
    [-299, 'good'],
    [299, 'good'],
    [300, 'good'],
    [301, 'stale'],
  ])('made %i s from now is %s', async (seconds, verdict) => {
    expect(await verify(signedPost(key, event, now + seconds))).toBe(verdict);
  });

  it('that is both forged and old is bad, not stale: only the carrier’s own tell of a wrong clock', async () => {
    expect(await verify(signedPost(other, event, now - 9999))).toBe('bad-signature');
  });

  it('by any of several keys is good', async () => {
    const keys = [other.publicKey, key.publicKey];
    expect(await verify({}, keys)).toBe('good');
    expect(await verify({}, keys.toReversed())).toBe('good');
    expect(await verify({}, [other.publicKey])).toBe('bad-signature');
    expect(await verify({}, [])).toBe('bad-signature');
  });
});

describe('Two implementations', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  const flip = (raw: Buffer, bit: number) => {
    const at = bit % (raw.length * 8);
    raw[at >> 3] = (raw[at >> 3] ?? 0) ^ (1 << (at & 7));
  };

  it('agree on random keys, bodies and flipped bits', async () => {
    const anyFlip = fc.option(
      fc.tuple(fc.constantFrom('body', 'signature', 'timestamp', 'key'), fc.nat()),
    );
    const anyBody = fc.uint8Array({ minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes(32), anyBody, anyFlip, async (seed, content, flipped) => {
        const pair = nacl.sign.keyPair.fromSeed(seed);
        const body = Buffer.from(content);
        const signed = Buffer.concat([Buffer.from(`${now}|`), body]);
        const signature = Buffer.from(nacl.sign.detached(signed, pair.secretKey));
        const verifier = flipped?.[0] === 'key' ? other : createTestKey(seed);
        const timestamp = flipped?.[0] === 'timestamp' ? now + 1 : now;
        if (flipped?.[0] === 'body') flip(body, flipped[1]);
        if (flipped?.[0] === 'signature') flip(signature, flipped[1]);
        const verdict = await verifySignature(
          { body, signature: signature.toString('base64'), timestamp: String(timestamp) },
          [verifier.publicKey],
          now,
        );
        const oracle = nacl.sign.detached.verify(
          Buffer.concat([Buffer.from(`${timestamp}|`), body]),
          signature,
          Buffer.from(verifier.publicText, 'base64'),
        );
        expect(verdict === 'good').toBe(oracle);
        expect(oracle).toBe(flipped === null);
      }),
      { numRuns: 150 },
    );
  });

  it('sign alike', () => {
    const seed = new Uint8Array(32).fill(7);
    const body = Buffer.from('{"data":{}}');
    const pair = nacl.sign.keyPair.fromSeed(seed);
    const oracle = nacl.sign.detached(Buffer.from(`12|${body.toString()}`), pair.secretKey);
    expect(createTestKey(seed).sign('12', body)).toBe(Buffer.from(oracle).toString('base64'));
  });
});

describe('a public key', () => {
  const smallOrder = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].map((hex) => Buffer.from(hex, 'hex'));
  const withSign = (raw: Buffer) =>
    Buffer.from(raw.map((byte, i) => (i === 31 ? byte | 0x80 : byte)));

  it.each([...smallOrder, ...smallOrder.map(withSign)].map((raw) => raw.toString('base64')))(
    'of small order is refused: %s',
    (text) => {
      expect(() => readPublicKey(text)).toThrow('small order');
    },
  );

  it.each([
    ['nothing', ''],
    ['31 bytes', Buffer.alloc(31, 9).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 9).toString('base64')],
    ['hex', Buffer.alloc(32, 9).toString('hex')],
    ['a PEM file', '-----BEGIN PUBLIC KEY-----'],
    ['a space in it', ` ${key.publicText}`],
  ])('that is %s is refused', (_what, text) => {
    expect(() => readPublicKey(text)).toThrow('32 bytes');
  });

  it('as the carrier shows it is taken', () => {
    expect(readPublicKey(key.publicText).asymmetricKeyType).toBe('ed25519');
  });
});

interface Vectors {
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly {
      readonly tcId: number;
      readonly comment: string;
      readonly msg: string;
      readonly sig: string;
      readonly result: 'valid' | 'invalid';
    }[];
  }[];
}

const vectorFile = join(import.meta.dirname, '../../../shared/vectors/ed25519_wycheproof.json');
const areThere = existsSync(vectorFile);
if (!areThere) process.stdout.write('Wycheproof’s vectors are not tested: they are not there\n');

describe.skipIf(!areThere)('Wycheproof’s vectors', () => {
  const read = () => JSON.parse(readFileSync(vectorFile, 'utf8')) as Vectors;

  it('are all judged as they should be', async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { publicKey, tests } of read().testGroups) {
      const verifier = readPublicKey(Buffer.from(publicKey.pk, 'hex').toString('base64'));
      for (const { tcId, comment, msg, sig, result } of tests) {
        const [message, signature] = [Buffer.from(msg, 'hex'), Buffer.from(sig, 'hex')];
        const isGood = await isSignedBy(message, verifier, signature);
        if (isGood !== (result === 'valid')) wrong.push(`${tcId} ${comment}: ${result}`);
        count += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(100);
  });
});
