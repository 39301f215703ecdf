import { announcementSchema } from '@/lib/contract/announcement';
import { handle, readBody } from '@/server/http/handle';

interface Context {
  params: Promise<{ announcementId: string }>;
}

/** Saves an announcement anew. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ announcements }, asker) => {
    const { announcementId: id } = await params;
    const announcement = await readBody(request, announcementSchema);
    const { key, title: name } = announcement;
    const target = { kind: 'announcement', id, name } as const;
    asker.does({ action: 'announcement.change', target, detail: { key } });
    return announcements.change(id, announcement, asker.actor);
  });
}

/** Deletes an announcement. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ announcements }, asker) => {
    const { announcementId: id } = await params;
    const target = { kind: 'announcement', id, name: null } as const;
    asker.does({ action: 'announcement.delete', target });
    await announcements.remove(id);
    return { id };
  });
}
