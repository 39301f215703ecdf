import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import nacl from 'tweetnacl';
import { expect, test } from './fixtures';
import { carrierKey } from './stage/ask-carrier';
import { isAwake } from './stage/is-awake';
import { findsNothing } from './stage/look';

interface Webhook {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Another application, which keeps each webhook that it is sent. */
async function startApplication() {
  const heard: Webhook[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { address: `http://127.0.0.1:${port}/webhooks`, heard, close };
}

/** Whether the carrier signed these very bytes, as the other application would find out. */
function verifies({ headers, body }: Webhook, publicKey: string): boolean {
  const signed = Buffer.concat([Buffer.from(`${String(headers['telnyx-timestamp'])}|`), body]);
  const signature = Buffer.from(String(headers['telnyx-signature-ed25519']), 'base64');
  return nacl.sign.detached.verify(signed, signature, Buffer.from(publicKey, 'base64'));
}

test.describe('forwarding webhooks', () => {
  // Colours in the middle of a change have no contrast to speak of.
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a second application verifies what came through Rostrum, byte for byte', async ({
    ownHouse,
    complaints,
    page,
  }) => {
    complaints.expect(/status of 422 .*api\/relay/);
    const application = await startApplication();
    try {
      const { rostrum, carrier } = await ownHouse(carrierKey, { OUTBOUND_HOSTS: '127.0.0.1' });
      await rostrum.letsIn(page.context(), 'administrator');
      await page.goto(`${rostrum.url}/settings/relay`);
      const save = page.getByRole('button', { name: 'Save' });
      await isAwake(save);
      const address = page.getByRole('textbox', { name: 'Address of the other application' });
      await address.fill('http://169.254.169.254/latest/meta-data');
      await page.getByRole('checkbox', { name: 'Forward every webhook' }).check();
      await save.click();
      await expect(page.getByText('gives out the keys of the machine')).toBeVisible();
      await address.fill(application.address);
      await save.click();
      await expect(page.getByText('Changed by')).toBeVisible();

      await carrier.isOnTheLine('Ada Whitfield');
      const forwarded = page.getByRole('row', { name: /call\.answered/ });
      await expect(forwarded).toContainText('forwarded');
      await expect(forwarded).toContainText('HTTP 200');
      const types = application.heard.map(
        ({ body }) =>
          (JSON.parse(body.toString()) as { data: { event_type: string } }).data.event_type,
      );
      // The carrier promises no order; Rostrum keeps the one in which they came.
      expect(types.slice(0, 2).sort()).toEqual(['call.answered', 'call.initiated']);
      expect(application.heard.every((one) => verifies(one, carrier.publicKey))).toBe(true);
      await findsNothing(page, 'the relay');
    } finally {
      await application.close();
    }
  });
});
