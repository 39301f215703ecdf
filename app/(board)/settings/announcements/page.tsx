import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { AnnouncementsPage } from '@/components/announcements/announcements-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.announcements };
}

export default function Announcements() {
  return (
    <RequirePermission permission="conference.moderate">
      <AnnouncementsPage />
    </RequirePermission>
  );
}
