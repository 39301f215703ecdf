import { createHmac } from 'node:crypto';

const secretPrefix = 'whsec_';

/** A new secret as the receiver is given it, from 32 random bytes. */
export function secretText(bytes: Buffer): string {
  return `${secretPrefix}${bytes.toString('base64')}`;
}

/**
 * The headers of a post as Standard Webhooks has them (standardwebhooks.com): HMAC-SHA256 over id, time in
 * seconds and body, so that any of its libraries can verify it.
 */
export function signedHeaders(
  secret: string,
  message: { readonly id: string; readonly atSeconds: number; readonly body: string },
): Record<string, string> {
  const { id, atSeconds, body } = message;
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${atSeconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'user-agent': 'Rostrum',
    'webhook-id': id,
    'webhook-timestamp': String(atSeconds),
    'webhook-signature': `v1,${signature}`,
  };
}
