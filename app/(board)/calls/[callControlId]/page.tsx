import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { CallPage } from '@/components/calls/call-page';
import { LaterWords } from '@/components/shell/later-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).calls.one };
}

export default async function OneCall({
  params,
}: {
  readonly params: Promise<{ callControlId: string }>;
}) {
  const { callControlId } = await params;
  return (
    <LaterWords>
      <CallPage id={decodeURIComponent(callControlId)} />
    </LaterWords>
  );
}
