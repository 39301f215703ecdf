import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import nacl from 'tweetnacl';
import { readPublicKey } from '@/server/carrier/verify-signature';

// PKCS #8 for Ed25519 is these 16 bytes and then the seed.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair that stands for the carrier's. */
export interface TestKey {
  /** Base64 of the raw 32 bytes, as the carrier shows it. */
  readonly publicText: string;
  readonly publicKey: KeyObject;
  /** The signature of `timestamp|body`, in Base64 (DOMAIN §3.1). */
  sign(timestamp: string, body: string | Buffer): string;
}

/** A post to the webhook door, before it goes anywhere. */
export interface SignedPost {
  readonly body: Buffer;
  readonly signature: string;
  readonly timestamp: string;
}

/** A new key pair, or that of a seed of 32 bytes: tweetnacl makes it, `node:crypto` signs with it. */
export function createTestKey(seed: Uint8Array = nacl.randomBytes(32)): TestKey {
  const publicText = Buffer.from(nacl.sign.keyPair.fromSeed(seed).publicKey).toString('base64');
  const der = Buffer.concat([pkcs8Prefix, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    publicText,
    publicKey: readPublicKey(publicText),
    sign: (timestamp, body) => {
      const signed = Buffer.concat([Buffer.from(`${timestamp}|`), Buffer.from(body)]);
      return sign(null, signed, key).toString('base64');
    },
  };
}

/** A delivery as the carrier posts it: JSON, unless it is text already, signed at a time in seconds. */
export function signedPost(key: TestKey, event: unknown, atSeconds: number): SignedPost {
  const body = Buffer.from(typeof event === 'string' ? event : JSON.stringify(event));
  const timestamp = String(atSeconds);
  return { body, timestamp, signature: key.sign(timestamp, body) };
}

/** The headers of a signed post. */
export function headersOf(post: Pick<SignedPost, 'signature' | 'timestamp'>) {
  return {
    'content-type': 'application/json',
    'telnyx-signature-ed25519': post.signature,
    'telnyx-timestamp': post.timestamp,
  };
}
