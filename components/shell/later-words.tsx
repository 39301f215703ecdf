'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo, useState } from 'react';
import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import { handing } from '@/lib/i18n/handing';
import type { LaterMessages } from '@/lib/i18n/messages';
import { DialogLoading } from './dialog-loading';

const ofPages = startsWith(() => null);
const ofWindows = startsWith(DialogLoading);

/**
 * Gives a page, or a window that is opened, the words that a desk does not need at once. Until they are
 * there a window holds the keys, so that none does something to the page behind it.
 */
export function LaterWords({
  isWindow = false,
  children,
}: {
  readonly isWindow?: boolean;
  readonly children: ReactNode;
}) {
  const locale = useLocale();
  const [first] = useState(locale);
  const Start = (isWindow ? ofWindows : ofPages)[first];
  return <Start>{(words) => <Words later={words}>{children}</Words>}</Start>;
}

function startsWith(loading: () => ReactNode) {
  return {
    en: dynamic(
      () => import('@/lib/i18n/english-later').then(({ englishLater }) => handing(englishLater)),
      { loading },
    ),
    'zh-CN': dynamic(
      () => import('@/lib/i18n/chinese-later').then(({ chineseLater }) => handing(chineseLater)),
      { loading },
    ),
  };
}

function Words({
  later,
  children,
}: {
  readonly later: LaterMessages;
  readonly children: ReactNode;
}) {
  const known = useMessages();
  const timeZone = useTimeZone();
  // After a change of language all its words are known, and stand over those of the start.
  const messages = useMemo(() => ({ ...later, ...known }), [later, known]);
  return (
    <IntlProvider
      locale={useLocale()}
      messages={messages}
      {...(timeZone === undefined ? {} : { timeZone })}
    >
      {children}
    </IntlProvider>
  );
}
