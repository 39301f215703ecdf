import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppFrame } from '@/components/shell/app-frame';
import { signInPathFrom } from '@/lib/contract/way-back';
import { pathHeader } from '@/server/http/page-policy';
import { getServices } from '@/server/services';
import { BoardProviders } from './board-providers';

export default async function BoardLayout({ children }: { readonly children: ReactNode }) {
  const asked = await headers();
  const session = await getServices().signIn.sessions.current(asked.get('cookie'));
  if (session === null) redirect(signInPathFrom(asked.get(pathHeader) ?? ''));
  const { userId, name, role } = session;
  return (
    <BoardProviders me={{ userId, name, role }}>
      <AppFrame>{children}</AppFrame>
    </BoardProviders>
  );
}
