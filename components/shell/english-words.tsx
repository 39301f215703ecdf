import type { ReactNode } from 'react';
import { english, type Messages } from '@/lib/i18n/messages';

/** Hands over the English words; loaded only where a page starts in English. */
export function EnglishWords({ children }: { readonly children: (words: Messages) => ReactNode }) {
  return children(english);
}
