import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { CarrierPage } from '@/components/carrier/carrier-page';
import { RequirePermission } from '@/components/shell/require-permission';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.carrier };
}

export default function Carrier() {
  return (
    <RequirePermission permission="settings.manage">
      <CarrierPage />
    </RequirePermission>
  );
}
