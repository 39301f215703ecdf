import type { AnnouncementRow } from '@/lib/contract/announcement';

/** What the page asks about before something is done. */
export type AnnouncementQuestion =
  { readonly ask: 'add' } | { readonly ask: 'edit' | 'delete'; readonly row: AnnouncementRow };
