'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ActionBoardProvider } from '@/components/actions/action-board';
import { AccessWatch } from '@/components/shell/access-watch';
import { ToastTeller } from '@/components/shell/toast-teller';
import { RostrumProvider } from '@/lib/browser/rostrum-context';
import { isWorthRetrying } from '@/lib/browser/request';
import type { Me } from '@/lib/contract/account';

/** What the pages of whoever is signed in live on; gone as soon as they are signed out. */
export function BoardProviders({
  me,
  children,
}: {
  readonly me: Me;
  readonly children: ReactNode;
}) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: (count, error) => count < 2 && isWorthRetrying(error),
            refetchOnWindowFocus: false,
          },
        },
      }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <RostrumProvider me={me}>
        <ToastTeller>
          <AccessWatch>
            <ActionBoardProvider>{children}</ActionBoardProvider>
          </AccessWatch>
        </ToastTeller>
      </RostrumProvider>
    </QueryClientProvider>
  );
}
