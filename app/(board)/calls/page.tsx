import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { CallsPage } from '@/components/calls/calls-page';
import { LaterWords } from '@/components/shell/later-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).calls.title };
}

export default function Calls() {
  return (
    <Suspense>
      <LaterWords>
        <CallsPage />
      </LaterWords>
    </Suspense>
  );
}
