import { chinese } from '@/lib/i18n/chinese';
import { type LanguageHeaders, type Locale, localeOf } from '@/lib/i18n/locale';
import { english, type Messages } from '@/lib/i18n/messages';

const all: Readonly<Record<Locale, Messages>> = { en: english, 'zh-CN': chinese };

/** A language and every sentence in it. */
export interface ReaderWords {
  readonly locale: Locale;
  readonly words: Messages;
}

/** The words for whoever sent a request with these headers. */
export function readerWords(headers: LanguageHeaders): ReaderWords {
  const locale = localeOf(headers);
  return { locale, words: all[locale] };
}
