import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { AlertsPage } from '@/components/alerts/alerts-page';
import { LaterWords } from '@/components/shell/later-words';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).alerts.title };
}

export default function Alerts() {
  return (
    <RequirePermission permission="queue.watch">
      <LaterWords>
        <AlertsPage />
      </LaterWords>
    </RequirePermission>
  );
}
