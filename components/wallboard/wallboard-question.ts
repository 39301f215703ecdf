import type { WallboardLink, WallboardRow } from '@/lib/contract/wallboard';

/** What is asked about wallboards just now. */
export type WallboardQuestion =
  | { readonly ask: 'add' }
  | { readonly ask: 'link'; readonly made: WallboardLink }
  | { readonly ask: 'edit' | 'relink' | 'remove'; readonly row: WallboardRow };
