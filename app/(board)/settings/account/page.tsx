import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { AccountPage } from '@/components/account/account-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.account };
}

export default function MyAccount() {
  return <AccountPage />;
}
