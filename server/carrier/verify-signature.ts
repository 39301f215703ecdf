import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** How far a delivery's timestamp may lie from our clock, in seconds, both ways (DOMAIN §3.1). */
const toleranceSeconds = 300;

// SPKI for Ed25519 is these 12 bytes and then the raw key (DOMAIN §3.1).
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;
const signatureBytes = 64;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

// Points of small order: for these, anybody can make signatures that verify (REPORT §2). The sign
// bit is masked off before comparing.
const smallOrderKeys = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/**
 * Reads the carrier's public key: Base64 of 32 raw bytes. Throws a sentence that says what is wrong;
 * keys of small order are refused, for any signature could be forged for them.
 */
export function readPublicKey(text: string): KeyObject {
  const raw = base64.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (raw.length !== keyBytes) {
    throw new Error('a public key is Base64 of 32 bytes (44 characters), as the carrier shows it');
  }
  const masked = Buffer.from(raw);
  masked[keyBytes - 1] = (masked[keyBytes - 1] ?? 0) & 0x7f;
  if (smallOrderKeys.has(masked.toString('hex'))) {
    throw new Error('this public key is of small order: signatures for it can be forged');
  }
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

/** What the signature says of a post. */
export type SignatureVerdict = 'good' | 'missing-signature' | 'stale' | 'bad-signature';

/**
 * Checks that the carrier signed these bytes lately: Ed25519 over `timestamp|body`, by any of the
 * keys (several while one replaces another). Runs on the thread pool.
 */
export async function verifySignature(
  post: {
    readonly body: Buffer;
    readonly signature: string | null;
    readonly timestamp: string | null;
  },
  keys: readonly KeyObject[],
  nowSeconds: number,
): Promise<SignatureVerdict> {
  const { body, signature, timestamp } = post;
  if (signature === null || timestamp === null) return 'missing-signature';
  const raw = base64.test(signature) ? Buffer.from(signature, 'base64') : Buffer.alloc(0);
  if (raw.length !== signatureBytes || !/^\d{1,12}$/.test(timestamp)) return 'bad-signature';
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`), body]);
  for (const key of keys) {
    if (!(await isSignedBy(signed, key, raw))) continue;
    const isLate = Math.abs(nowSeconds - Number(timestamp)) > toleranceSeconds;
    return isLate ? 'stale' : 'good';
  }
  return 'bad-signature';
}

/** Whether the key's owner signed exactly these bytes: pure Ed25519, strict about encodings. Never rejects. */
export function isSignedBy(signed: Buffer, key: KeyObject, signature: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    verify(null, signed, key, signature, (error, isGood) => {
      resolve(error === null && isGood);
    });
  });
}
