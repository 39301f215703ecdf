import { headers } from 'next/headers';
import type { Messages } from '@/lib/i18n/messages';
import { readerWords } from '@/server/http/reader-words';

/** The words for whoever the page is drawn for. */
export async function pageWords(): Promise<Messages> {
  return readerWords(await headers()).words;
}
