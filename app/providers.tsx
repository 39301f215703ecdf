'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { ToastTeller } from '@/components/shell/toast-teller';
import { RostrumProvider } from '@/lib/browser/rostrum-context';
import { isWorthRetrying } from '@/lib/browser/request';
import { english } from '@/lib/i18n/messages';

export function Providers({ children }: { readonly children: ReactNode }) {
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
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <IntlProvider locale="en" messages={english} timeZone={timeZone}>
      <QueryClientProvider client={queryClient}>
        <RostrumProvider>
          <ToastTeller>{children}</ToastTeller>
        </RostrumProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
}
