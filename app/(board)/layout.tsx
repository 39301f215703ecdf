import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppFrame } from '@/components/shell/app-frame';
import { getServices } from '@/server/services';

export default async function BoardLayout({ children }: { readonly children: ReactNode }) {
  const cookies = (await headers()).get('cookie');
  if ((await getServices().signIn.sessions.current(cookies)) === null) redirect('/sign-in');
  return <AppFrame>{children}</AppFrame>;
}
