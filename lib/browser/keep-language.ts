import { type Language, languageCookie } from '@/lib/i18n/locale';

const yearSeconds = 365 * 86_400;

/** Remembers which language this browser is spoken to in; the server draws with it from then on. */
export function keepLanguage(language: Language): void {
  const isForgotten = language === 'browser';
  const maxAge = isForgotten ? 0 : yearSeconds;
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  const value = isForgotten ? '' : language;
  document.cookie = `${languageCookie}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}`;
}
