import { listAlertsSchema } from '@/lib/contract/alert';
import { maskedAlertRow } from '@/lib/contract/shown';
import { handle, readQuery } from '@/server/http/handle';

/** The alerts, open and resolved, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'queue.watch', async ({ alerts }, { seesNumbers }) => {
    const { items, nextCursor } = await alerts.page(readQuery(request, listAlertsSchema));
    return { items: seesNumbers ? items : items.map(maskedAlertRow), nextCursor };
  });
}
