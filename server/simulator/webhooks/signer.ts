import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import nacl from 'tweetnacl';

/** Signs webhooks as the carrier does (DOMAIN §3.1). */
export interface Signer {
  /** Base64 of the raw 32 bytes. */
  readonly publicKey: string;
  /** The signature of `timestamp|body`, in padded Base64. */
  sign(timestamp: string, body: string): string;
}

const PKCS8_ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A signer with a new key pair: tweetnacl makes it, node:crypto signs with it. */
export function createSigner(): Signer {
  const seed = randomBytes(nacl.sign.seedLength);
  const pair = nacl.sign.keyPair.fromSeed(seed);
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: Buffer.from(pair.publicKey).toString('base64'),
    sign: (timestamp, body) =>
      sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64'),
  };
}
