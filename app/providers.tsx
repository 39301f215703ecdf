'use client';
import { type ReactNode, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { english } from '@/lib/i18n/messages';

/** What every page needs, whether anybody is signed in or not. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <IntlProvider locale="en" messages={english} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
