import { handle } from '@/server/http/handle';

interface Context {
  params: Promise<{ alertId: string }>;
}

/** Takes an open alert on, by name; whoever is first. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'queue.manage', async ({ alerts }, asker) => {
    const { alertId: id } = await params;
    asker.does({ action: 'alert.acknowledge', target: { kind: 'alert', id, name: null } });
    const alert = await alerts.acknowledge(id, asker.actor);
    const { queue: name, measure, level } = alert;
    const target = { kind: 'alert', id, name } as const;
    asker.does({ action: 'alert.acknowledge', target, detail: { measure, level } });
    return alert;
  });
}
