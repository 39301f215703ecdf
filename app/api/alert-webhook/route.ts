import { alertWebhookSchema } from '@/lib/contract/alert';
import { handle, readBody } from '@/server/http/handle';

/** Where alerts are posted. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ alerts }) => alerts.webhook.read());
}

/** Saves where alerts are posted; the answer holds the secret where one was made, this once. */
export async function PUT(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ alerts }, asker) => {
    asker.does({ action: 'alertWebhook.save' });
    const { url, renewsSecret } = await readBody(request, alertWebhookSchema);
    // An address may hold a key of the receiver's in its path or its query: its host is enough to know it by.
    const target = { kind: 'address', id: null, name: hostOf(url) } as const;
    asker.does({ action: 'alertWebhook.save', target, detail: { renewsSecret } });
    return alerts.webhook.save(url, renewsSecret, asker.actor);
  });
}

/** Posts alerts nowhere from now on. */
export async function DELETE(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ alerts }, asker) => {
    asker.does({ action: 'alertWebhook.remove' });
    await alerts.webhook.remove();
    return {};
  });
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
