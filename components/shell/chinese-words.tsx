import type { ReactNode } from 'react';
import { chinese } from '@/lib/i18n/chinese';
import type { Messages } from '@/lib/i18n/messages';

/** Hands over the Chinese words; loaded only where a page starts in Chinese. */
export function ChineseWords({ children }: { readonly children: (words: Messages) => ReactNode }) {
  return children(chinese);
}
