import { englishFirst } from './english-first';
import { englishLater } from './english-later';
import type { Locale } from './locale';

/** Every sentence of the page in English. */
export const english = { ...englishFirst, ...englishLater };

/** What a desk and the list of conferences need at once. */
export type FirstMessages = typeof englishFirst;
/** What other pages need, and forms that are opened. */
export type LaterMessages = typeof englishLater;
/** Every sentence of the page in one language, with the keys and arguments of the English ones. */
export type Messages = typeof english;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
