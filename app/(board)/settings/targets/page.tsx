import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { RequirePermission } from '@/components/shell/require-permission';
import { TargetsPage } from '@/components/targets/targets-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.targets };
}

export default function Targets() {
  return (
    <RequirePermission permission="queue.manage">
      <TargetsPage />
    </RequirePermission>
  );
}
