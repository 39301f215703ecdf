import { applicationChangeSchema, type ApplicationRow } from '@/lib/contract/application';
import { applicationIdIn } from '@/server/http/application-id';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ applicationId: string }>;
}

/** One application as the carrier has it now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'settings.manage', async ({ applications }): Promise<ApplicationRow> =>
    applications.find(applicationIdIn(await params)),
  );
}

/** Makes an application otherwise; what is left out stays as it is. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return handle(
    request,
    'settings.manage',
    async ({ applications }, asker): Promise<ApplicationRow> => {
      const id = applicationIdIn(await params);
      const change = await readBody(request, applicationChangeSchema);
      const does = (name: string | null) => {
        const target = { kind: 'application', id, name } as const;
        asker.does({ action: 'application.change', target, detail: change });
      };
      does(null);
      const row = await applications.find(id);
      does(row.name);
      return applications.change(row, change);
    },
  );
}

/** Deletes an application for good, but never the one that Rostrum works with. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'settings.manage', async ({ applications }, asker) => {
    const id = applicationIdIn(await params);
    const does = (name: string | null) => {
      asker.does({ action: 'application.delete', target: { kind: 'application', id, name } });
    };
    does(null);
    const row = await applications.find(id);
    does(row.name);
    await applications.remove(row);
    return { id };
  });
}
