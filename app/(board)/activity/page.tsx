import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { ActivityPage } from '@/components/activity/activity-page';
import { LaterWords } from '@/components/shell/later-words';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).activity.title };
}

export default function Activity() {
  return (
    <RequirePermission permission="activity.read">
      <Suspense>
        <LaterWords>
          <ActivityPage />
        </LaterWords>
      </Suspense>
    </RequirePermission>
  );
}
