import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DeliveriesPage } from '@/components/settings/deliveries-page';
import { RequirePermission } from '@/components/shell/require-permission';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.deliveries.title };

export default function Deliveries() {
  return (
    <RequirePermission permission="settings.manage">
      <Suspense>
        <DeliveriesPage />
      </Suspense>
    </RequirePermission>
  );
}
