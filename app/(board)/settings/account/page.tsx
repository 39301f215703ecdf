import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { AccountPage } from '@/components/account/account-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).settings.account.title };
}

export default function MyAccount() {
  return <AccountPage />;
}
