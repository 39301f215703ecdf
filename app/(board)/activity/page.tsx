import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ActivityPage } from '@/components/activity/activity-page';
import { RequirePermission } from '@/components/shell/require-permission';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.activity.title };

export default function Activity() {
  return (
    <RequirePermission permission="activity.read">
      <Suspense>
        <ActivityPage />
      </Suspense>
    </RequirePermission>
  );
}
