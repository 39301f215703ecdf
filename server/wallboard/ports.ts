import type { WallboardLink, WallboardRow, WallboardSettings } from '@/lib/contract/wallboard';
import type { Actor } from '@/lib/domain/event';

/** A wallboard as it is kept: of its link only what tells it again. */
export interface WallboardRecord extends WallboardRow {
  /** SHA-256 of the token in its link, in hexadecimal. */
  readonly tokenHash: string;
}

/** Where wallboards are kept. Throws `StoreError`. */
export interface WallboardTable {
  /** By name. */
  list(): Promise<readonly WallboardRow[]>;
  byToken(tokenHash: string): Promise<WallboardRecord | null>;
  /** Those of these that there are, by id. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, WallboardRecord>>;
  add(record: WallboardRecord): Promise<void>;
  /** Keeps its link. False where there is none. */
  change(row: WallboardRow): Promise<boolean>;
  /** Gives it another link: the old one opens nothing any more. Null where there is none. */
  relink(id: string, tokenHash: string): Promise<WallboardRow | null>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
}

/** The wallboards, for those who set them up. Throws `WallboardError` where one is gone. */
export interface WallboardServices {
  list(): Promise<readonly WallboardRow[]>;
  add(settings: WallboardSettings, by: Actor): Promise<WallboardLink>;
  change(id: string, settings: WallboardSettings, by: Actor): Promise<WallboardRow>;
  relink(id: string): Promise<WallboardLink>;
  remove(id: string): Promise<void>;
  /** The wallboard that a link opens; null for one that opens nothing, or nothing any more. */
  ofToken(token: string): Promise<WallboardRow | null>;
}
