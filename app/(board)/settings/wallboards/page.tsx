import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { RequirePermission } from '@/components/shell/require-permission';
import { WallboardsPage } from '@/components/wallboard/wallboards-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.wallboards };
}

export default function Wallboards() {
  return (
    <RequirePermission permission="queue.manage">
      <WallboardsPage />
    </RequirePermission>
  );
}
