import type { Metadata } from 'next';
import { pageWords } from '@/app/page-words';
import { LaterWords } from '@/components/shell/later-words';
import { WelcomePage } from '@/components/sign-in/welcome-page';
import { getServices } from '@/server/services';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await pageWords()).welcome.pageTitle,
    // The address holds a secret: nobody else is to learn it.
    referrer: 'no-referrer',
    robots: 'noindex',
  };
}

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
  return (
    <LaterWords>
      <WelcomePage invitation={invitation} />
    </LaterWords>
  );
}
