import type { PersonRow } from '@/lib/contract/people';

/** A change to somebody that is confirmed first. */
export type ConfirmedChange = 'disable' | 'reset' | 'signOut';

/** A question of the page to whoever is about to change something; `link` shows one instead. */
export type PersonQuestion =
  | { readonly ask: 'invite' }
  | { readonly ask: 'role' | ConfirmedChange; readonly person: PersonRow }
  | { readonly ask: 'link'; readonly person: PersonRow; readonly link: string };
