import type Telnyx from 'telnyx';
import type { MediaCarrier } from '@/server/media/ports';
import { askCarrier, type Pause, readCarrier } from './carrier-call';
import { mediaReading, voiceReading } from './media-wire';

const uploadTimeoutMs = 120_000;
const contentTypes = { wav: 'audio/wav', mp3: 'audio/mpeg' } as const;

/** The carrier's media storage and voices behind the port that the library uses. */
export function createMediaCarrier(client: Telnyx, pause: Pause): MediaCarrier {
  const ask = (call: () => Promise<unknown>) => askCarrier(call, pause);
  return {
    list: async () => {
      // The list has no pages, whatever its meta says (DOMAIN §1.8).
      const answer = await readCarrier(() => client.media.list());
      return (answer?.data ?? []).flatMap(mediaReading);
    },
    find: async (name) => {
      const answer = await readCarrier(() => client.media.retrieve(name));
      return mediaReading(answer?.data)[0] ?? null;
    },
    store: ({ name, bytes, format, ttlSecs }) =>
      ask(() => {
        const body = new FormData();
        body.set('media_name', name);
        body.set('ttl_secs', String(ttlSecs));
        const file = new Blob([bytes], { type: contentTypes[format] });
        body.set('media', file, `${name}.${format}`);
        // The client's own method sends addresses only; files go as a form (DOMAIN §1.8).
        return client.post('/media', { body, timeout: uploadTimeoutMs });
      }),
    keep: (name, ttlSecs) => ask(() => client.media.update(name, { ttl_secs: ttlSecs })),
    remove: (name) => ask(() => client.media.delete(name)),
    open: async (name) => {
      const answer = await readCarrier(() => client.media.download(name));
      if (answer?.body == null) return null;
      const length = Number(answer.headers.get('content-length') ?? Number.NaN);
      return { body: answer.body, bytes: Number.isSafeInteger(length) ? length : null };
    },
    voices: async () => {
      const answer = await readCarrier(() => client.textToSpeech.listVoices());
      return (answer?.voices ?? []).flatMap(voiceReading);
    },
  };
}
