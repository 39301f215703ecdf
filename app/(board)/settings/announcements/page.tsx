import type { Metadata } from 'next';
import { AnnouncementsPage } from '@/components/announcements/announcements-page';
import { RequirePermission } from '@/components/shell/require-permission';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.announcements.title };

export default function Announcements() {
  return (
    <RequirePermission permission="conference.moderate">
      <AnnouncementsPage />
    </RequirePermission>
  );
}
