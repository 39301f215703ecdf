import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { RetentionPage } from '@/components/retention/retention-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.retention };
}

export default function Retention() {
  return (
    <RequirePermission permission="recording.keep">
      <RetentionPage />
    </RequirePermission>
  );
}
