'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { handing } from '@/lib/i18n/handing';
import { loadWords } from '@/lib/i18n/load-words';
import type { Locale } from '@/lib/i18n/locale';
import type { FirstMessages } from '@/lib/i18n/messages';

// Where the page starts its words come with it, drawn by the server and waited for by the browser.
const starts = {
  en: dynamic(() =>
    import('@/lib/i18n/english-first').then(({ englishFirst }) => handing(englishFirst)),
  ),
  'zh-CN': dynamic(() =>
    import('@/lib/i18n/chinese-first').then(({ chineseFirst }) => handing(chineseFirst)),
  ),
} as const;

interface Spoken {
  readonly locale: Locale;
  readonly words: FirstMessages;
}

/**
 * Gives the page the words of one language that it needs at once, and loads those of no other; `LaterWords`
 * gives the rest. When the language changes, the page stays as it is, in the old words until all the
 * new ones are there.
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
