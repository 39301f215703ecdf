import type { AnnouncementRow } from '@/lib/contract/announcement';

/** Where announcements are kept: at most one for each key. Throws `StoreError`. */
export interface AnnouncementTable {
  /** By key. */
  list(): Promise<readonly AnnouncementRow[]>;
  /** False where the key has another one. */
  add(row: AnnouncementRow): Promise<boolean>;
  /** `taken` where its new key has another one. */
  change(row: AnnouncementRow): Promise<'changed' | 'taken' | 'gone'>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
}
