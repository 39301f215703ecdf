import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.account.title };

export default function MyAccount() {
  return <AccountPage />;
}
