import type { Metadata } from 'next';
import { PeoplePage } from '@/components/people/people-page';
import { RequirePermission } from '@/components/shell/require-permission';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.people.title };

export default function People() {
  return (
    <RequirePermission permission="settings.manage">
      <PeoplePage />
    </RequirePermission>
  );
}
