'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { loadWords } from '@/lib/i18n/load-words';
import type { Locale } from '@/lib/i18n/locale';
import type { Messages } from '@/lib/i18n/messages';

// Where the page starts its words come with it, drawn by the server and waited for by the browser.
const starts = {
  en: dynamic(() => import('./english-words').then((module) => module.EnglishWords)),
  'zh-CN': dynamic(() => import('./chinese-words').then((module) => module.ChineseWords)),
} as const;

interface Spoken {
  readonly locale: Locale;
  readonly words: Messages;
}

/**
 * Gives the page the words of one language and loads those of no other. When the language changes, the
 * page stays as it is, in the old words until the new ones are there.
 */
export function WordsProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  const [first] = useState(locale);
  const Start = starts[first];
  return (
    <Start>
      {(words) => (
        <Words start={{ locale: first, words }} locale={locale}>
          {children}
        </Words>
      )}
    </Start>
  );
}

function Words({
  start,
  locale,
  children,
}: {
  readonly start: Spoken;
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [spoken, setSpoken] = useState(start);
  useEffect(() => {
    if (locale === spoken.locale) return undefined;
    let isWanted = true;
    void loadWords[locale]().then((words) => {
      if (isWanted) setSpoken({ locale, words });
    });
    return () => {
      isWanted = false;
    };
  }, [locale, spoken.locale]);
  return (
    <IntlProvider locale={spoken.locale} messages={spoken.words} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
