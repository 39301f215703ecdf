import { relayBodySchema } from '@/lib/contract/relay';
import { handle, readBody } from '@/server/http/handle';

/** Where webhooks are forwarded to, and how far that has come. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ relay }) => relay.view());
}

/** Sets where webhooks are forwarded to, and whether. */
export async function PUT(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ relay }, asker) => {
    const body = await readBody(request, relayBodySchema);
    // The host alone: the rest of an address may be a secret.
    const name = URL.canParse(body.address) ? new URL(body.address).host : null;
    const target = { kind: 'relay', id: null, name } as const;
    asker.does({
      action: 'relay.change',
      target,
      detail: { change: body.isOn ? 'turnedOn' : 'turnedOff' },
    });
    return relay.change(body, asker.actor);
  });
}
