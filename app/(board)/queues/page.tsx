import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { QueuesPage } from '@/components/queues/queues-page';
import { LaterWords } from '@/components/shell/later-words';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.queues };
}

export default function Queues() {
  return (
    <Suspense>
      <LaterWords>
        <RequirePermission permission="queue.watch">
          <QueuesPage />
        </RequirePermission>
      </LaterWords>
    </Suspense>
  );
}
