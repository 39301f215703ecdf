import type { Metadata } from 'next';
import { MediaPage } from '@/components/media/media-page';
import { RequirePermission } from '@/components/shell/require-permission';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.media.title };

export default function Media() {
  return (
    <RequirePermission permission="conference.moderate">
      <MediaPage />
    </RequirePermission>
  );
}
