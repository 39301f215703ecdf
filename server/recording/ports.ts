import type {
  RecordingFilter,
  RecordingFormat,
  RecordingNote,
  RecordingPeaks,
  RecordingRow,
  RecordingShare,
  RecordingState,
  RetentionRule,
} from '@/lib/contract/recording';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { PageOf, RecordingHeard } from '@/server/log/ports';

/** A recording as it is kept: its row, but for what rules say of it, and what only the archive needs. */
export interface RecordingRecord extends Omit<RecordingRow, 'kind' | 'expiresAt'> {
  readonly connectionId: string | null;
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  /** Where its file is kept; null before it was. */
  readonly storageKey: string | null;
  /** What the carrier's store calls the bytes that a broken download left here: others are not mixed in. */
  readonly linkEtag: string | null;
  readonly changedAt: Micros;
}

/** What may change about a recording; what is left out stays. */
export type RecordingChange = Partial<
  Omit<RecordingRecord, 'id' | 'heardAt' | 'isFound' | 'changedAt'>
>;

/** The totals that do not depend on any filter. */
export interface RecordingTotals {
  readonly count: number;
  readonly archived: number;
  readonly archivedBytes: number;
  readonly failed: number;
  readonly underWay: number;
}

/** Where recordings are kept, without their files. Throws `StoreError`, and `BadCursorError` for a bad cursor. */
export interface RecordingTable {
  read(id: string): Promise<RecordingRecord | null>;
  /** The newest first, by when they began. */
  page(
    query: RecordingFilter & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<PageOf<RecordingRecord>>;
  /** Those of these that there are. */
  byIds(ids: readonly string[]): Promise<readonly RecordingRecord[]>;
  totals(): Promise<RecordingTotals>;
  /** Those that changed after this, oldest change first: what another node has done. */
  changedAfter(at: Micros, limit: number): Promise<readonly RecordingRecord[]>;
  /**
   * Changes a recording that is in one of these states and, where asked, under no hold, in one step.
   * Null where it is not, or is not there.
   */
  change(
    id: string,
    change: RecordingChange,
    where: { readonly states: readonly RecordingState[]; readonly isFree?: boolean },
  ): Promise<RecordingRecord | null>;

  savePeaks(id: string, peaks: RecordingPeaks): Promise<void>;
  peaks(id: string): Promise<RecordingPeaks | null>;

  notes(recordingId: string): Promise<readonly RecordingNote[]>;
  addNote(recordingId: string, note: RecordingNote): Promise<void>;
  /** False where there is none, or it is somebody else's. */
  removeNote(recordingId: string, noteId: string, userId: string): Promise<boolean>;
  /** What was drawn of its sound and written about it. */
  forget(recordingId: string): Promise<void>;

  /** When the carrier's list was last read to its end: the beginning of that read. Null before that. */
  readUpTo(): Promise<Micros | null>;
  saveReadUpTo(at: Micros): Promise<void>;
}

/** What a link opens: one recording that was shared, or many as one ZIP. */
export interface LinkRecord {
  readonly id: string;
  readonly kind: 'share' | 'zip';
  /** SHA-256 of the token in it, in hexadecimal. */
  readonly tokenHash: string;
  readonly recordingIds: readonly string[];
  readonly by: Actor;
  readonly at: Micros;
  readonly expiresAt: Micros;
  readonly mayDownload: boolean;
  readonly revoked: RecordingShare['revoked'];
  readonly opened: number;
  readonly lastOpenedAt: Micros | null;
}

/** Where links are kept. Throws `StoreError`. */
export interface LinkTable {
  add(link: LinkRecord): Promise<void>;
  byToken(tokenHash: string): Promise<LinkRecord | null>;
  /** The newest first. */
  ofRecording(recordingId: string): Promise<readonly LinkRecord[]>;
  /** Null where there is none, or it was revoked before. */
  revoke(id: string, recordingId: string, by: Actor, at: Micros): Promise<LinkRecord | null>;
  opened(id: string, at: Micros): Promise<void>;
  deleteExpired(before: Micros): Promise<void>;
}

/** Where the rules of keeping are kept. Throws `StoreError`. */
export interface RetentionTable {
  list(): Promise<readonly RetentionRule[]>;
  /** False where the same conference or queue, or all others, has a rule. */
  add(rule: RetentionRule): Promise<boolean>;
  change(rule: RetentionRule): Promise<'changed' | 'taken' | 'gone'>;
  remove(id: string): Promise<boolean>;
}

/** All tables of recordings. */
export interface RecordingTables {
  readonly recordings: RecordingTable;
  readonly links: LinkTable;
  readonly retention: RetentionTable;
}

/** A recording as the carrier has it. */
export interface CarrierRecording {
  readonly heard: RecordingHeard;
  /** Good for ten minutes (DOMAIN §1.7). */
  readonly links: Readonly<Partial<Record<RecordingFormat, string>>>;
}

/** The carrier, as recordings need it. Reads throw `CarrierReadError`. */
export interface RecordingCarrier {
  /** With fresh links; null where the carrier knows none of this id. */
  read(id: string): Promise<CarrierRecording | null>;
  /** All that were made at or after this, by page. */
  list(since: Micros | null): AsyncIterable<readonly CarrierRecording[]>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
}
