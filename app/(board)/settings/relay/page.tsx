import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { RelayPage } from '@/components/relay/relay-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.relay };
}

export default function Relay() {
  return (
    <RequirePermission permission="settings.manage">
      <RelayPage />
    </RequirePermission>
  );
}
