import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import { longestSpeech, speechLanguages, speechTextTypes } from '@/lib/domain/speech';
import type { Micros } from '@/lib/domain/stamp';
import { voiceName } from './forms/limits';
import { longestAnnouncementTitle } from './limits';

/** The body of `POST /api/announcements` and `PUT /api/announcements/:id`: a text to be spoken at a key. */
export const announcementSchema = z
  .strictObject({
    /** The key that speaks it, 1 to 9: each has one announcement. */
    key: z.int().min(1, 'Choose a key from 1 to 9').max(9, 'Choose a key from 1 to 9'),
    title: z
      .string()
      .trim()
      .min(1, 'Give it a title')
      .max(longestAnnouncementTitle, `A title has ${longestAnnouncementTitle} characters at most`),
    text: z
      .string()
      .trim()
      .min(1, 'Write what is to be spoken')
      .max(longestSpeech, `The carrier speaks ${longestSpeech} characters at most`),
    textType: z.enum(speechTextTypes),
    voice: z
      .string()
      .regex(voiceName, 'Name a voice as Provider.Model.Voice')
      .max(200, 'A voice has 200 characters at most'),
    /** Null: as the voice speaks by itself. */
    language: z.enum(speechLanguages).nullable(),
  })
  .refine(({ text, textType }) => textType === 'text' || /^<speak[\s>][^]*<\/speak>$/.test(text), {
    path: ['text'],
    message: 'SSML begins with <speak> and ends with </speak>',
  });
/** What an announcement says, and how. */
export type Announcement = z.infer<typeof announcementSchema>;

/** One saved announcement; all moderators have the same. */
export interface AnnouncementRow extends Announcement {
  readonly id: string;
  readonly updatedAt: Micros;
  readonly updatedBy: Actor;
}
