import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { RecordingsPage } from '@/components/recordings/recordings-page';
import { LaterWords } from '@/components/shell/later-words';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).recordings.title };
}

export default function Recordings() {
  return (
    <RequirePermission permission="recording.read">
      <Suspense>
        <LaterWords>
          <RecordingsPage />
        </LaterWords>
      </Suspense>
    </RequirePermission>
  );
}
