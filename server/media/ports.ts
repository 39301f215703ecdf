import type { MediaRow, VoiceRow } from '@/lib/contract/media';
import type { SoundFormat } from '@/lib/domain/sound';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** A file on its way to the carrier. */
export interface NewSound {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: SoundFormat;
  readonly ttlSecs: number;
}

/** A stored file while it is read. */
export interface OpenedSound {
  readonly body: ReadableStream<Uint8Array>;
  /** Null where the carrier does not say. */
  readonly bytes: number | null;
}

/** The carrier's media storage and voices (DOMAIN §1.8, §1.9). Reads throw `CarrierReadError`. */
export interface MediaCarrier {
  list(): Promise<readonly MediaRow[]>;
  /** Null where there is none of this name. */
  find(name: string): Promise<MediaRow | null>;
  store(sound: NewSound): Promise<CarrierAnswer>;
  /** From now on it is kept so long. */
  keep(name: string, ttlSecs: number): Promise<CarrierAnswer>;
  remove(name: string): Promise<CarrierAnswer>;
  /** Null where there is none of this name. */
  open(name: string): Promise<OpenedSound | null>;
  voices(): Promise<readonly VoiceRow[]>;
}
