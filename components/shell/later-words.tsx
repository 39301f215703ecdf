'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo, useState } from 'react';
import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl';
import { handing } from '@/lib/i18n/handing';
import { later } from '@/components/ui/later';
import type { Locale } from '@/lib/i18n/locale';
import type { LaterMessages } from '@/lib/i18n/messages';
import { DialogLoading } from './dialog-loading';

// Next looks for the import in the very call, and has the browser fetch it with the page.
const ofPages = {
  en: dynamic(() =>
    import('@/lib/i18n/english-later').then(({ englishLater }) => handing(englishLater)),
  ),
  'zh-CN': dynamic(() =>
    import('@/lib/i18n/chinese-later').then(({ chineseLater }) => handing(chineseLater)),
  ),
};
const fetched = {
  en: () => import('@/lib/i18n/english-later').then(({ englishLater }) => handing(englishLater)),
  'zh-CN': () =>
    import('@/lib/i18n/chinese-later').then(({ chineseLater }) => handing(chineseLater)),
};
const ofWindows = {
  en: later(fetched.en, DialogLoading),
  'zh-CN': later(fetched['zh-CN'], DialogLoading),
};
const ofParts = { en: later(fetched.en), 'zh-CN': later(fetched['zh-CN']) };

/** Gives a page the words that a desk does not need at once. */
export function LaterWords({ children }: { readonly children: ReactNode }) {
  const Start = ofPages[useFirst()];
  return <Start>{(words) => <Words later={words}>{children}</Words>}</Start>;
}

/**
 * The same for a window that is opened. Until the words are there it holds the keys, so that none does
 * something to the page behind it.
 */
export function WindowWords({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const Start = ofWindows[useFirst()];
  return <Start onClose={onClose}>{(words) => <Words later={words}>{children}</Words>}</Start>;
}

/** The same for what appears on a page by itself: it is not there until its words are, and the page stays. */
export function PartWords({ children }: { readonly children: ReactNode }) {
  const Start = ofParts[useFirst()];
  return <Start>{(words) => <Words later={words}>{children}</Words>}</Start>;
}

/** What holds the words of windows, to be loaded ahead. */
export function useWindowWords() {
  return ofWindows[useFirst()];
}

function useFirst(): Locale {
  const locale = useLocale();
  const [first] = useState(locale);
  return first;
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
