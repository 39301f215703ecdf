import { describe, expect, it } from 'vitest';
import type { AnnouncementRow } from '@/lib/contract/announcement';
import type { AnnouncementTable } from '@/server/announcements/ports';

function announcementAt(key: number, change: Partial<AnnouncementRow> = {}): AnnouncementRow {
  return {
    id: `announcement-${key}`,
    key,
    title: 'Welcome',
    text: 'Willkommen, 你好!',
    textType: 'text',
    voice: 'AWS.Polly.Joanna',
    language: 'en-US',
    updatedAt: 1_700_000_000_000_000,
    updatedBy: { userId: 'grace', name: 'Grace' },
    ...change,
  };
}

/** Announcements: one for each key, and no two for one however they come by it. */
export function registerAnnouncementContract(table: () => AnnouncementTable): void {
  describe('announcements', () => {
    it('come back as they were saved, by key', async () => {
      const second = announcementAt(2, { language: null, textType: 'ssml' });
      expect(await table().add(second)).toBe(true);
      expect(await table().add(announcementAt(1))).toBe(true);
      expect(await table().list()).toEqual([announcementAt(1), second]);
    });

    it('never share a key', async () => {
      await table().add(announcementAt(1));
      expect(await table().add(announcementAt(1, { id: 'late' }))).toBe(false);
      await table().add(announcementAt(2));
      expect(await table().change(announcementAt(1, { id: 'announcement-2' }))).toBe('taken');
      expect((await table().list()).map(({ key }) => key)).toEqual([1, 2]);
    });

    it('change, to another key too, and go', async () => {
      await table().add(announcementAt(1));
      const moved = announcementAt(9, { id: 'announcement-1', title: 'Good-bye' });
      expect(await table().change(moved)).toBe('changed');
      expect(await table().list()).toEqual([moved]);
      expect(await table().remove('announcement-1')).toBe(true);
      expect(await table().remove('announcement-1')).toBe(false);
      expect(await table().change(moved)).toBe('gone');
    });
  });
}
