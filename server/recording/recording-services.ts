import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type {
  DeleteAnswer,
  MadeShare,
  RecordingDetail,
  RecordingFilter,
  RecordingFormat,
  RecordingNote,
  RecordingPeaks,
  RecordingRow,
  RecordingShare,
  RecordingState,
  RecordingSummary,
  ReasonedDeed,
  RetentionRule,
  RetentionRuleSettings,
  RuleDeed,
} from '@/lib/contract/recording';
import type { Page } from '@/lib/contract/rows';
import type { Actor } from '@/lib/domain/event';
import { underWay } from '@/lib/domain/recording/under-way';
import type { Sight } from '@/lib/domain/shown';
import { recordingStem, recordingTitle } from '@/lib/format/recording-name';
import { archiveKind } from './archive-job';
import { deleteKind } from './delete-job';
import { createListens } from './listens';
import { createRecordingLinks } from './links';
import type { LinkRecord, RecordingRecord, RecordingTables } from './ports';
import { peaksJob } from './peaks-job';
import type { RecordingBooks } from './recording-books';
import { RecordingError } from './recording-error';
import { recordingRow } from './recording-row';
import type { RetentionRules } from './retention-rules';
import type { ByteRange, RecordingStorage } from './storage-port';
import type { TellStory } from './tell-story';
import { type RecordingsZip, zipRecordings } from './zip-recordings';

const rowsAtOnce = 500;
const notGone = [...underWay, 'archived', 'failed'] as const satisfies RecordingState[];

/** A file that is archived, to be sent. */
export interface RecordingFile {
  readonly row: RecordingRow;
  readonly bytes: number;
  readonly sha256: string;
  readonly archivedAt: number;
  readonly format: RecordingFormat;
  /** For people; it may hold anything. */
  readonly name: string;
  readonly open: (range?: ByteRange) => Promise<Readable>;
}

/** What the routes may ask about recordings. Throws `RecordingError`, `StoreError`, `StorageError`. */
export interface RecordingServices {
  page(
    query: RecordingFilter & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<RecordingRow>>;
  /** All that match, the newest first, a part at a time. */
  all(filter: RecordingFilter): AsyncIterable<readonly RecordingRow[]>;
  summary(): Promise<RecordingSummary>;
  read(id: string): Promise<RecordingRow>;
  /** Those of these that there are. */
  rows(ids: readonly string[]): Promise<readonly RecordingRow[]>;
  /** With what happened along it, as somebody with this sight may see it. */
  detail(id: string, sight: Sight, isWhole: boolean): Promise<RecordingDetail>;
  /** Null while they are being drawn: asking for them sees to it. */
  peaks(id: string): Promise<RecordingPeaks | null>;
  /** Throws `recording-not-archived` where there is no file to send. */
  file(id: string): Promise<RecordingFile>;
  /** Those of these that are archived, in this order, and the ids of the others. */
  files(
    ids: readonly string[],
  ): Promise<{ readonly files: readonly RecordingFile[]; readonly left: readonly string[] }>;
  /** Whether this request begins a new listening of this person. */
  isNewListening(userId: string, recordingId: string): boolean;
  retry(id: string): Promise<RecordingRow>;
  hold(id: string, reason: string, by: Actor): Promise<RecordingRow>;
  lift(id: string): Promise<RecordingRow>;
  remove(
    ids: readonly string[],
    why: Omit<ReasonedDeed, 'at'> | Omit<RuleDeed, 'at'>,
  ): Promise<DeleteAnswer>;
  addNote(
    id: string,
    note: { readonly atMs: number; readonly text: string },
    by: Actor,
  ): Promise<RecordingNote>;
  removeNote(id: string, noteId: string, by: Actor): Promise<void>;
  share(
    id: string,
    how: { readonly hours: number; readonly mayDownload: boolean },
    by: Actor,
  ): Promise<MadeShare>;
  shares(id: string): Promise<readonly RecordingShare[]>;
  revokeShare(id: string, shareId: string, by: Actor): Promise<RecordingShare>;
  /** What a shared link opens; throws `link-used` where it opens nothing any more. */
  shared(token: string): Promise<LinkRecord>;
  /** Counts that a link was opened. */
  noteOpened(link: LinkRecord): Promise<void>;
  /** These in one ZIP, packed while it is sent. */
  zip(files: readonly RecordingFile[]): RecordingsZip;
  /** The token of a link to these as one ZIP. */
  zipToken(ids: readonly string[], by: Actor): Promise<string>;
  zipped(token: string): Promise<LinkRecord>;
  readonly retention: {
    list(): Promise<readonly RetentionRule[]>;
    add(settings: RetentionRuleSettings, by: Actor): Promise<RetentionRule>;
    change(id: string, settings: RetentionRuleSettings, by: Actor): Promise<RetentionRule>;
    remove(id: string): Promise<void>;
  };
}

/** What the services are built of. */
export interface RecordingServiceParts {
  readonly books: RecordingBooks;
  readonly tables: RecordingTables;
  readonly rules: RetentionRules;
  readonly storage: RecordingStorage;
  readonly tellStory: TellStory;
  /** Of the times in the names of files. */
  readonly timeZone: string;
}

/** Builds what the routes ask. */
export function createRecordingServices(parts: RecordingServiceParts): RecordingServices {
  const { books, tables, rules, storage, tellStory, timeZone } = parts;
  const { now, table } = books;
  const links = createRecordingLinks(tables.links, now);
  const listens = createListens(now);
  const rowOf = (record: RecordingRecord) => recordingRow(record, rules.current());
  const find = async (id: string) => {
    const record = await table.read(id);
    if (record === null) throw new RecordingError('not-found');
    return record;
  };
  /** Why what needs certain states was not done. */
  const refuse = async (id: string, otherwise: RecordingError['code']): Promise<never> => {
    const { state } = await find(id);
    if (state === 'deleting' || state === 'deleted') throw new RecordingError('recording-deleted');
    throw new RecordingError(otherwise);
  };
  const fileOf = (record: RecordingRecord): RecordingFile | null => {
    const { storageKey, bytes, sha256, archivedAt, format, state } = record;
    if (state !== 'archived' || storageKey === null || format === null) return null;
    if (bytes === null || sha256 === null) return null;
    const row = rowOf(record);
    return {
      row,
      format,
      name: `${recordingStem(recordingTitle(row), row.startedAt, timeZone)}.${format}`,
      bytes,
      sha256,
      archivedAt: archivedAt ?? record.heardAt,
      open: (range) => storage.open(storageKey, range),
    };
  };
  const page: RecordingServices['page'] = async (query) => {
    const { items, nextCursor } = await table.page(query);
    return { items: items.map(rowOf), nextCursor };
  };

  return {
    page,
    all: async function* (filter) {
      let cursor: string | null | undefined;
      do {
        const { items, nextCursor } = await page({
          ...filter,
          limit: rowsAtOnce,
          cursor: cursor ?? undefined,
        });
        yield items;
        cursor = nextCursor;
      } while (cursor !== null);
    },
    summary: async () => ({ ...(await table.totals()), readAt: await table.readUpTo() }),
    read: async (id) => rowOf(await find(id)),
    rows: async (ids) => (await table.byIds(ids)).map(rowOf),
    detail: async (id, sight, isWhole) => {
      const record = await find(id);
      const { participants, segments, markers, uncertainMs } = await tellStory(record, sight);
      return {
        ...{ recording: rowOf(record), participants, segments, markers, uncertainMs, isWhole },
        mayDownload: isWhole,
        notes: await table.notes(id),
      };
    },
    peaks: async (id) => {
      const peaks = await table.peaks(id);
      if (peaks !== null) return peaks;
      if ((await find(id)).state !== 'archived') await refuse(id, 'recording-not-archived');
      // Asked for again: whoever drew it before may not have come to an end.
      await books.addJobs([peaksJob(id, true, now())]);
      return null;
    },
    file: async (id) => {
      const record = await find(id);
      return fileOf(record) ?? refuse(id, 'recording-not-archived');
    },
    files: async (ids) => {
      const known = new Map((await table.byIds(ids)).map((record) => [record.id, record]));
      const files: RecordingFile[] = [];
      const left: string[] = [];
      for (const id of new Set(ids)) {
        const record = known.get(id);
        const file = record === undefined ? null : fileOf(record);
        if (file === null) left.push(id);
        else files.push(file);
      }
      return { files, left };
    },
    isNewListening: (userId, recordingId) => listens.isNew(userId, recordingId),
    retry: async (id) => {
      const anew = { state: 'waiting', tries: 0, nextTryAt: null, problem: null } as const;
      const record = await books.change(id, anew, { states: ['failed', 'retrying'] });
      if (record === null) return refuse(id, 'recording-not-failed');
      await books.addJobs([{ kind: archiveKind, key: id, body: null, priority: 1, dueAt: now() }]);
      return rowOf(record);
    },
    hold: async (id, reason, by) => {
      const hold = { by, reason, at: now() };
      // One that is there already keeps who put it there, and why.
      const record = await books.change(id, { hold }, { states: notGone, isFree: true });
      return record === null ? refuse(id, 'recording-held') : rowOf(record);
    },
    lift: async (id) => {
      const record = await books.change(id, { hold: null }, { states: notGone });
      return record === null ? refuse(id, 'not-found') : rowOf(record);
    },
    remove: async (ids, why) => {
      const answer = { deleting: [] as string[], held: [] as string[], missing: [] as string[] };
      for (const id of new Set(ids)) {
        const deletion = { ...why, at: now() };
        const change = { state: 'deleting', deletion, nextTryAt: null, problem: null } as const;
        const record = await books.change(id, change, { states: notGone, isFree: true });
        if (record !== null) answer.deleting.push(id);
        else if ((await table.read(id))?.hold == null) answer.missing.push(id);
        else answer.held.push(id);
      }
      await books.addJobs(
        answer.deleting.map((key) => ({
          ...{ kind: deleteKind, key, body: null, priority: 3, dueAt: now() },
        })),
      );
      return answer;
    },
    addNote: async (id, note, by) => {
      const { state } = await find(id);
      if (state === 'deleting' || state === 'deleted')
        throw new RecordingError('recording-deleted');
      const kept = { ...note, id: randomUUID(), by, at: now() };
      await table.addNote(id, kept);
      return kept;
    },
    removeNote: async (id, noteId, by) => {
      if (!(await table.removeNote(id, noteId, by.userId))) throw new RecordingError('not-found');
    },
    share: async (id, how, by) => {
      const { state } = await find(id);
      if (state === 'deleting' || state === 'deleted')
        throw new RecordingError('recording-deleted');
      return links.share(id, how, by);
    },
    shares: async (id) => {
      await find(id);
      return links.ofRecording(id);
    },
    revokeShare: (id, shareId, by) => links.revoke(id, shareId, by),
    shared: (token) => links.opened('share', token),
    noteOpened: (link) => links.noteOpened(link),
    zip: (files) =>
      zipRecordings(
        files.map(({ row, format, bytes, sha256, open }) => ({
          ...{ id: row.id, title: recordingTitle(row), conference: row.conference?.name ?? null },
          ...{ format, startedAt: row.startedAt, durationMs: row.durationMs, bytes, sha256 },
          open: () => open(),
        })),
        timeZone,
      ),
    zipToken: (ids, by) => links.zip(ids, by),
    zipped: (token) => links.opened('zip', token),
    retention: rules.services,
  };
}
