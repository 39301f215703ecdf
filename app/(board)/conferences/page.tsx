import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { ConferencesPage } from '@/components/conferences/conferences-page';
import { LaterWords } from '@/components/shell/later-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).conferences.title };
}

export default function Conferences() {
  return (
    <Suspense>
      <LaterWords>
        <ConferencesPage />
      </LaterWords>
    </Suspense>
  );
}
