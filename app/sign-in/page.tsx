import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { SignInPage } from '@/components/sign-in/sign-in-page';
import { wayBackOf } from '@/lib/contract/way-back';
import { roles } from '@/lib/domain/permission';
import { english } from '@/lib/i18n/messages';
import { localHeader } from '@/server/http/own-headers';
import { getServices } from '@/server/services';

export const metadata: Metadata = { title: english.signIn.title };

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
  return <SignInPage offers={{ providerName, rehearsals, isFirst, isOutside, wayBack }} />;
}
