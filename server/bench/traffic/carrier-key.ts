import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

const rawKeyBytes = 32;

/** The key pair that stands for the carrier's, as text that can go to other processes. */
export interface CarrierKey {
  readonly privatePem: string;
  /** As the carrier shows it: Base64 of the raw 32 bytes. */
  readonly publicKey: string;
}

/** Makes a key pair. */
export function makeCarrierKey(): CarrierKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKey: spki.subarray(-rawKeyBytes).toString('base64'),
  };
}

/** Writes whole HTTP requests that deliver bodies, signed now; nothing is left to do when they are sent. */
export function createRequestWriter(privatePem: string): (body: string) => Buffer {
  const key = createPrivateKey(privatePem);
  return (body) => {
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = sign(null, Buffer.from(`${timestamp}|${body}`), key).toString('base64');
    const head = [
      'POST /api/webhooks/telnyx HTTP/1.1',
      'host: 127.0.0.1',
      'user-agent: telnyx-webhooks',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `telnyx-timestamp: ${timestamp}`,
      `telnyx-signature-ed25519: ${signature}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  };
}
