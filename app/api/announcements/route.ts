import { type AnnouncementRow, announcementSchema } from '@/lib/contract/announcement';
import { handle, readBody } from '@/server/http/handle';

/** The saved announcements, by key. */
export async function GET(request: Request): Promise<Response> {
  return handle(
    request,
    'conference.moderate',
    async ({ announcements }): Promise<{ items: readonly AnnouncementRow[] }> => ({
      items: await announcements.list(),
    }),
  );
}

/** Saves an announcement at a key that is free. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'conference.moderate', async ({ announcements }, asker) => {
    const announcement = await readBody(request, announcementSchema);
    const { key, title: name } = announcement;
    const target = { kind: 'announcement', id: null, name } as const;
    asker.does({ action: 'announcement.create', target, detail: { key } });
    return announcements.add(announcement, asker.actor);
  });
}
