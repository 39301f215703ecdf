import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { DeliveriesPage } from '@/components/settings/deliveries-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.deliveries };
}

export default function Deliveries() {
  return (
    <RequirePermission permission="settings.manage">
      <Suspense>
        <DeliveriesPage />
      </Suspense>
    </RequirePermission>
  );
}
