import type { Locale } from './locale';
import type { Messages } from './messages';

/** Fetches the words of a language, which no page loads before it needs them. */
export const loadWords: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import('./messages')).english,
  'zh-CN': async () => (await import('./chinese')).chinese,
};
