import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A delivery that the bare door has verified. */
export interface BareDelivery {
  readonly id: string;
  readonly text: string;
  readonly data: { readonly event_type: string; readonly payload: unknown };
}

/** Where the bare door verifies: on its only thread, or on the thread pool as Rostrum does. */
export type Verifying = 'in-line' | 'pooled';

/** `node:http` and `node:crypto`, and nothing else: verify, parse, let it be stored, answer 200. */
export async function openBareDoor(
  publicKey: string,
  verifying: Verifying,
  store: (delivery: BareDelivery) => Promise<void> | void,
): Promise<{ server: Server; port: number }> {
  const raw = Buffer.from(publicKey, 'base64');
  const der = Buffer.concat([spkiPrefix, raw]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const header = (name: string) => String(request.headers[name]);
      const timestamp = header('telnyx-timestamp');
      const signature = Buffer.from(header('telnyx-signature-ed25519'), 'base64');
      const signed = Buffer.concat([Buffer.from(`${timestamp}|`), body]);
      void isGood[verifying](key, signed, signature).then(async (isSigned) => {
        if (isSigned) await store(read(body.toString('utf8')));
        response.writeHead(isSigned ? 200 : 401, { 'content-length': 0 }).end();
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

const isGood: Readonly<
  Record<Verifying, (key: KeyObject, signed: Buffer, signature: Buffer) => Promise<boolean>>
> = {
  'in-line': (key, signed, signature) => Promise.resolve(verify(null, signed, key, signature)),
  pooled: (key, signed, signature) =>
    new Promise((resolve) => {
      verify(null, signed, key, signature, (error, isSigned) => {
        resolve(error === null && isSigned);
      });
    }),
};

function read(text: string): BareDelivery {
  const { data } = JSON.parse(text) as { data: BareDelivery['data'] & { id: string } };
  return { id: data.id, text, data };
}
