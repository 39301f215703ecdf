import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageWords } from '@/app/page-words';
import { SharedRecordingPage } from '@/components/recordings/shared-recording-page';
import { LaterWords } from '@/components/shell/later-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).recordings.shared.title, referrer: 'no-referrer' };
}

export default async function SharedRecording({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>;
}) {
  const { token } = await params;
  return (
    <Suspense>
      <LaterWords>
        <SharedRecordingPage token={token} />
      </LaterWords>
    </Suspense>
  );
}
