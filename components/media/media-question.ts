import type { MediaRow } from '@/lib/contract/media';

/** What the page asks about before something is done. */
export type MediaQuestion =
  | { readonly ask: 'upload'; readonly file: File }
  | { readonly ask: 'keep' | 'delete'; readonly row: MediaRow };
