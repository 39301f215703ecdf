import { z } from 'zod';
import type { Micros } from '@/lib/domain/stamp';
import { mediaKeptSeconds, mediaNamePattern } from './limits';

/** One file of the media library, as the carrier keeps it. */
export interface MediaRow {
  /** Unique in the account; there is no other id (DOMAIN §1.8). */
  readonly name: string;
  readonly contentType: string | null;
  readonly createdAt: Micros | null;
  /** When the carrier deletes it. */
  readonly expiresAt: Micros | null;
}

/** One voice that texts can be spoken in. */
export interface VoiceRow {
  /** What a command to speak calls it: `Provider.Model.Voice`. */
  readonly voice: string;
  readonly provider: string;
  readonly name: string;
  readonly language: string | null;
  readonly gender: string | null;
}

const keptSeconds = z.coerce
  .number()
  .int()
  .min(mediaKeptSeconds.least, `Keep it for at least ${mediaKeptSeconds.least} seconds`)
  .max(mediaKeptSeconds.most, 'Keep it for 20 years at most');

const mediaName = z
  .string()
  .regex(
    mediaNamePattern,
    'Give a name of up to 100 letters, digits, spaces, dots, dashes and underscores that begins with a letter or digit',
  );

/** The query of `POST /api/media`; its body is the file. */
export const uploadMediaSchema = z.strictObject({
  name: mediaName,
  ttlSecs: keptSeconds.default(mediaKeptSeconds.byDefault),
});

/** The body of `PUT /api/media/:name`: from now on it is kept so long. */
export const keepMediaSchema = z.strictObject({ ttlSecs: keptSeconds });

/** The query of `GET /api/voices`; a language as the carrier writes it: `en-US`. */
export const listVoicesSchema = z.strictObject({
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'Give a language as en-US')
    .optional(),
});
