import { handle } from '@/server/http/handle';

/** Posts a trial to where alerts are posted, and answers what became of it. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', async ({ alerts }, asker) => {
    asker.does({ action: 'alertWebhook.try' });
    const attempt = await alerts.webhook.attempt(asker.actor);
    const { status, problem } = attempt;
    asker.does({ action: 'alertWebhook.try', detail: { status, problem } });
    return attempt;
  });
}
