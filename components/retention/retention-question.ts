import type { RetentionRule } from '@/lib/contract/recording';

/** What the page asks about before something is done. */
export type RetentionQuestion =
  { readonly ask: 'add' } | { readonly ask: 'edit' | 'delete'; readonly row: RetentionRule };
