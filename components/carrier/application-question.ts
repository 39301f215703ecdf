import type { ApplicationChange, ApplicationRow } from '@/lib/contract/application';

/** What the page asks about before something is done. */
export type ApplicationQuestion =
  | { readonly ask: 'add' }
  | { readonly ask: 'delete'; readonly row: ApplicationRow }
  /** `change`: what the form proposes. */
  | { readonly ask: 'edit'; readonly row: ApplicationRow; readonly change: ApplicationChange };
