import type { MediaRow, VoiceRow } from '@/lib/contract/media';
import { isOfLanguage } from '@/lib/domain/speech';
import type { Micros } from '@/lib/domain/stamp';
import { CarrierReadError } from '@/server/log/carrier-answer';
import { checkDone, MediaError } from './media-error';
import type { MediaCarrier, OpenedSound } from './ports';
import { takeSound } from './take-sound';

/** The files that can be played and the voices that can speak. Everything throws `MediaError`, reads also `CarrierReadError`. */
export interface MediaLibrary {
  /** The newest first. */
  list(): Promise<readonly MediaRow[]>;
  /** Stores a new file under a name that is free. */
  upload(file: {
    readonly name: string;
    readonly ttlSecs: number;
    readonly body: ReadableStream<Uint8Array> | null;
    /** What the request says of its length; 0 where it says nothing. */
    readonly announcedBytes: number;
  }): Promise<MediaRow>;
  keep(name: string, ttlSecs: number): Promise<MediaRow>;
  remove(name: string): Promise<void>;
  open(name: string): Promise<OpenedSound>;
  /** All, or those that speak a language. */
  voices(language?: string): Promise<readonly VoiceRow[]>;
}

/** What the library is made of. */
export interface MediaLibraryParts {
  readonly carrier: MediaCarrier;
  readonly now: () => Micros;
  /** Is told of each read of the carrier that failed. */
  readonly onFailedRead: (error: CarrierReadError) => void;
}

// Each holds its whole file in memory until the carrier has it.
const uploadsAtOnce = 4;
const voicesKept: Micros = 10 * 60 * 1_000_000;
const longestName = 255;

/** The media library over the carrier's own storage: nothing of it is kept here. */
export function createMediaLibrary(parts: MediaLibraryParts): MediaLibrary {
  const { carrier, now, onFailedRead } = parts;
  let uploads = 0;
  let known: { readonly voices: readonly VoiceRow[]; readonly until: Micros } | null = null;
  const reading = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof CarrierReadError) onFailedRead(error);
      throw error;
    }
  };
  const found = async (name: string): Promise<MediaRow> => {
    const row = await reading(() => carrier.find(checkedName(name)));
    if (row === null) throw notFound();
    return row;
  };
  return {
    list: async () => {
      const rows = await reading(() => carrier.list());
      return rows.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
    },
    upload: async ({ name, ttlSecs, body, announcedBytes }) => {
      if (uploads >= uploadsAtOnce) {
        throw new MediaError('too-many-tries', 'Others are uploading: try again in a moment');
      }
      uploads += 1;
      try {
        const sound = await takeSound(body, announcedBytes);
        if ((await reading(() => carrier.find(name))) !== null) throw taken(name);
        checkDone(await carrier.store({ ...sound, name, ttlSecs }));
        return await found(name);
      } finally {
        uploads -= 1;
      }
    },
    keep: async (name, ttlSecs) => {
      await found(name);
      checkDone(await carrier.keep(name, ttlSecs));
      return found(name);
    },
    remove: async (name) => {
      await found(name);
      checkDone(await carrier.remove(name));
    },
    open: async (name) => {
      const opened = await reading(() => carrier.open(checkedName(name)));
      if (opened === null) throw notFound();
      return opened;
    },
    voices: async (language) => {
      if (known === null || known.until <= now()) {
        known = { voices: await reading(() => carrier.voices()), until: now() + voicesKept };
      }
      const { voices } = known;
      if (language === undefined) return voices;
      return voices.filter((voice) => isOfLanguage(voice.language ?? '', language));
    },
  };
}

function notFound(): MediaError {
  return new MediaError('not-found', 'There is no file of this name: its time may be over');
}

function taken(name: string): MediaError {
  return new MediaError('name-taken', `There is a file called ${name}: choose another name`);
}

// Names that others gave may be any text, but never one that leads elsewhere.
function checkedName(name: string): string {
  const isNone = name === '' || name === '.' || name === '..' || name.length > longestName;
  if (isNone || /[\p{Cc}/\\]/u.test(name)) throw notFound();
  return name;
}
