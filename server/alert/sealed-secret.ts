import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a secret, so that a copy of the database alone does not give it away. */
export function sealed(secret: string, installationSecret: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(installationSecret), nonce);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** What was sealed; null where another installation sealed it, or it was tampered with. */
export function unsealed(text: string, installationSecret: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  const tagEnd = nonceBytes + tagBytes;
  try {
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, keyOf(installationSecret), nonce);
    decipher.setAuthTag(bytes.subarray(nonceBytes, tagEnd));
    return decipher.update(bytes.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

function keyOf(installationSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', installationSecret, '', 'rostrum alert webhook', 32));
}
