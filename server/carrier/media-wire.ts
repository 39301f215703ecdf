import { z } from 'zod';
import type { MediaRow, VoiceRow } from '@/lib/contract/media';

const moment = z
  .string()
  .transform((text) => Date.parse(text) * 1000)
  .pipe(z.int())
  .nullish()
  .catch(null);

const medium = z.object({
  media_name: z.string().min(1),
  content_type: z.string().nullish(),
  created_at: moment,
  expires_at: moment,
});

const voice = z.object({
  provider: z.string().min(1),
  voice_id: z.string().min(1),
  name: z.string().nullish(),
  language: z.string().nullish(),
  gender: z.string().nullish(),
});

/** A stored file as the carrier tells it; nothing for one without a name. */
export function mediaReading(value: unknown): MediaRow[] {
  const read = medium.safeParse(value);
  if (!read.success) return [];
  const { media_name: name, content_type, created_at, expires_at } = read.data;
  return [
    {
      name,
      contentType: content_type ?? null,
      createdAt: created_at ?? null,
      expiresAt: expires_at ?? null,
    },
  ];
}

/** How a command to speak writes the providers (DOMAIN §1.3, speak). */
const providers: Readonly<Record<string, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  elevenlabs: 'ElevenLabs',
  inworld: 'Inworld',
  minimax: 'Minimax',
  resemble: 'Resemble',
  rime: 'Rime',
  telnyx: 'Telnyx',
  xai: 'xAI',
};

/** A voice as the carrier tells it, with the name a command calls it by; nothing for one without an id. */
export function voiceReading(value: unknown): VoiceRow[] {
  const read = voice.safeParse(value);
  if (!read.success) return [];
  const { provider, voice_id: id, name, language, gender } = read.data;
  return [
    {
      voice: spokenAs(provider, id),
      provider: providers[provider.toLowerCase()] ?? provider,
      name: name ?? id,
      language: language ?? null,
      gender: gender ?? null,
    },
  ];
}

function spokenAs(provider: string, id: string): string {
  const word = providers[provider.toLowerCase()] ?? provider;
  if (id.toLowerCase().startsWith(`${word.toLowerCase()}.`)) return id;
  // Amazon's voices are of one model, which its list may leave out.
  const model = word === 'AWS' && !id.includes('.') ? 'Polly.' : '';
  return `${word}.${model}${id}`;
}
