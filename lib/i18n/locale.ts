/** The languages that the page speaks, as browsers name them (BCP 47). */
export const locales = ['en', 'zh-CN'] as const;
/** One of them. */
export type Locale = (typeof locales)[number];

/** What a person can choose: a language, or whichever of ours the browser likes best. */
export const languages = ['browser', ...locales] as const;
/** One choice. */
export type Language = (typeof languages)[number];

/** The cookie that remembers a chosen language, so that the server draws with it at once. */
export const languageCookie = 'rostrum-language';

/** The two headers of a request that tell its reader's language. */
export type LanguageHeaders = Pick<Headers, 'get'>;

/** What this reader has chosen; `browser` for who has chosen nothing or something we do not have. */
export function languageOf(headers: LanguageHeaders): Language {
  const cookies = (headers.get('cookie') ?? '').split(';').map((one) => one.trim());
  const named = cookies.find((one) => one.startsWith(`${languageCookie}=`));
  const chosen = named?.slice(languageCookie.length + 1);
  return locales.find((locale) => locale === chosen) ?? 'browser';
}

/** The language to speak to whoever sent this request: the chosen one, else the browser's, else English. */
export function localeOf(headers: LanguageHeaders): Locale {
  const language = languageOf(headers);
  return language === 'browser' ? liked(headers.get('accept-language') ?? '') : language;
}

// RFC 9110 §12.5.4; every kind of Chinese reads the one that we have better than English.
function liked(acceptLanguage: string): Locale {
  const ranges = acceptLanguage.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    return { tongue: range.split('-')[0], weight: Number(weight) };
  });
  const best = ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ tongue }) => tongue === 'en' || tongue === 'zh');
  return best?.tongue === 'zh' ? 'zh-CN' : 'en';
}
