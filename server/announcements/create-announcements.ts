import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementRow } from '@/lib/contract/announcement';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { AnnouncementTable } from './ports';

/** Why an announcement was not saved. */
class AnnouncementError extends Error {
  override readonly name = 'AnnouncementError';
  readonly code: 'key-taken' | 'not-found';

  constructor(code: AnnouncementError['code']) {
    super(code);
    this.code = code;
  }
}

/** The saved announcements, the same for all moderators. */
export interface Announcements {
  /** By key. */
  list(): Promise<readonly AnnouncementRow[]>;
  add(announcement: Announcement, by: Actor): Promise<AnnouncementRow>;
  change(id: string, announcement: Announcement, by: Actor): Promise<AnnouncementRow>;
  remove(id: string): Promise<void>;
}

/** Keeps announcements; throws `AnnouncementError` where a key is taken or one is gone. */
export function createAnnouncements(table: AnnouncementTable, now: () => Micros): Announcements {
  return {
    list: () => table.list(),
    add: async (announcement, by) => {
      const row = { ...announcement, id: randomUUID(), updatedAt: now(), updatedBy: by };
      if (!(await table.add(row))) throw new AnnouncementError('key-taken');
      return row;
    },
    change: async (id, announcement, by) => {
      const row = { ...announcement, id, updatedAt: now(), updatedBy: by };
      const outcome = await table.change(row);
      if (outcome === 'changed') return row;
      throw new AnnouncementError(outcome === 'taken' ? 'key-taken' : 'not-found');
    },
    remove: async (id) => {
      if (!(await table.remove(id))) throw new AnnouncementError('not-found');
    },
  };
}
