import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { InboundPage } from '@/components/inbound/inbound-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.inbound };
}

export default function Inbound() {
  return (
    <RequirePermission permission="settings.manage">
      <InboundPage />
    </RequirePermission>
  );
}
