import {
  type ApplicationRow,
  listApplicationsSchema,
  newApplicationSchema,
} from '@/lib/contract/application';
import type { Page } from '@/lib/contract/rows';
import { handle, readBody, readQuery } from '@/server/http/handle';

/** The call control applications of the account, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'settings.manage', ({ applications }): Promise<Page<ApplicationRow>> =>
    applications.list(readQuery(request, listApplicationsSchema)),
  );
}

/** Makes an application. */
export async function POST(request: Request): Promise<Response> {
  return handle(
    request,
    'settings.manage',
    async ({ applications }, asker): Promise<ApplicationRow> => {
      const settings = await readBody(request, newApplicationSchema);
      const { name, webhookUrl, apiVersion } = settings;
      asker.does({
        action: 'application.create',
        target: { kind: 'application', id: null, name },
        detail: { webhookUrl, apiVersion },
      });
      return applications.create(settings);
    },
  );
}
