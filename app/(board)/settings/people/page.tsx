import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { PeoplePage } from '@/components/people/people-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.people };
}

export default function People() {
  return (
    <RequirePermission permission="settings.manage">
      <PeoplePage />
    </RequirePermission>
  );
}
