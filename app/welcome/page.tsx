import type { Metadata } from 'next';
import { WelcomePage } from '@/components/sign-in/welcome-page';
import { english } from '@/lib/i18n/messages';
import { getServices } from '@/server/services';

export const metadata: Metadata = {
  title: english.welcome.pageTitle,
  // The address holds a secret: nobody else is to learn it.
  referrer: 'no-referrer',
  robots: 'noindex',
};

export default async function Welcome({
  searchParams,
}: {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  const isToken = typeof token === 'string' && /^[\w-]{20,80}$/.test(token);
  const person = isToken ? await getServices().signIn.people.ofLink(token) : null;
  const invitation =
    isToken && person !== null ? { token, name: person.name, email: person.email } : null;
  return <WelcomePage invitation={invitation} />;
}
