import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageWords } from '@/app/page-words';
import { LaterWords } from '@/components/shell/later-words';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { wayBackOf } from '@/lib/contract/way-back';
import { roles } from '@/lib/domain/permission';
import { localHeader } from '@/server/http/own-headers';
import { getServices } from '@/server/services';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).signIn.title };
}

export default async function SignIn({
  searchParams,
}: {
  readonly searchParams: Promise<{
    readonly error?: string | string[];
    readonly to?: string | string[];
  }>;
}) {
  const { signIn } = getServices();
  const isHere = (await headers()).get(localHeader) === 'yes';
  const isFirst = await signIn.first.isMissing();
  const rehearsals = signIn.isSimulator && isHere ? roles : [];
  // The provider's way back: its own words say too much and too little.
  const { error, to } = await searchParams;
  const isOutside = error !== undefined;
  const wayBack = wayBackOf(to);
  const { providerName } = signIn;
  return (
    <LaterWords>
      <SignInPage offers={{ providerName, rehearsals, isFirst, isOutside, wayBack }} />
    </LaterWords>
  );
}
