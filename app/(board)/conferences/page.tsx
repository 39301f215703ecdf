import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ConferencesPage } from '@/components/conferences/conferences-page';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.conferences.title };

export default function Conferences() {
  return (
    <Suspense>
      <ConferencesPage />
    </Suspense>
  );
}
