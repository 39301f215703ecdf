import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { MediaPage } from '@/components/media/media-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.media };
}

export default function Media() {
  return (
    <RequirePermission permission="conference.moderate">
      <MediaPage />
    </RequirePermission>
  );
}
