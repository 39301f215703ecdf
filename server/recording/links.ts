import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { MadeShare, RecordingShare } from '@/lib/contract/recording';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { LinkRecord, LinkTable } from './ports';
import { RecordingError } from './recording-error';

const hour: Micros = 3_600_000_000;
// Long enough to open it, and for the browser to begin anew once.
const zipLinkGoodFor: Micros = hour / 2;

/** Links that open recordings for a while: one that is shared, or many as one ZIP. Only their hash is kept. */
export interface RecordingLinks {
  share(
    recordingId: string,
    how: { readonly hours: number; readonly mayDownload: boolean },
    by: Actor,
  ): Promise<MadeShare>;
  ofRecording(recordingId: string): Promise<readonly RecordingShare[]>;
  /** Throws `RecordingError` where there is none, or it was revoked before. */
  revoke(recordingId: string, shareId: string, by: Actor): Promise<RecordingShare>;
  /** The token of a link that opens a ZIP of these. */
  zip(recordingIds: readonly string[], by: Actor): Promise<string>;
  /** What a link opens; throws `link-used` where it opens nothing, or nothing any more. */
  opened(kind: LinkRecord['kind'], token: string): Promise<LinkRecord>;
  /** Counts that it was used. */
  noteOpened(link: LinkRecord): Promise<void>;
}

/** Keeps links in their table. */
export function createRecordingLinks(table: LinkTable, now: () => Micros): RecordingLinks {
  const add = async (
    link: Pick<LinkRecord, 'kind' | 'recordingIds' | 'by' | 'expiresAt' | 'mayDownload'>,
  ) => {
    const token = randomBytes(24).toString('base64url');
    const record: LinkRecord = {
      ...link,
      id: randomUUID(),
      tokenHash: hashOf(token),
      at: now(),
      revoked: null,
      opened: 0,
      lastOpenedAt: null,
    };
    await table.add(record);
    return { record, token };
  };
  return {
    share: async (recordingId, { hours, mayDownload }, by) => {
      const expiresAt = now() + hours * hour;
      const { record, token } = await add({
        ...{ kind: 'share', recordingIds: [recordingId], by, expiresAt, mayDownload },
      });
      return { share: shareOf(record), link: `/recordings/shared/${token}` };
    },
    ofRecording: async (recordingId) => (await table.ofRecording(recordingId)).map(shareOf),
    revoke: async (recordingId, shareId, by) => {
      const revoked = await table.revoke(shareId, recordingId, by, now());
      if (revoked === null) throw new RecordingError('not-found');
      return shareOf(revoked);
    },
    zip: async (recordingIds, by) => {
      const expiresAt = now() + zipLinkGoodFor;
      return (await add({ kind: 'zip', recordingIds, by, expiresAt, mayDownload: true })).token;
    },
    opened: async (kind, token) => {
      const link = tokenPattern.test(token) ? await table.byToken(hashOf(token)) : null;
      if (link?.kind !== kind || link.revoked !== null || link.expiresAt <= now())
        throw new RecordingError('link-used');
      return link;
    },
    noteOpened: (link) => table.opened(link.id, now()),
  };
}

// 24 random bytes as base64url.
const tokenPattern = /^[\w-]{32}$/;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function shareOf(link: LinkRecord): RecordingShare {
  return {
    id: link.id,
    recordingId: link.recordingIds[0] ?? '',
    by: link.by,
    at: link.at,
    expiresAt: link.expiresAt,
    mayDownload: link.mayDownload,
    revoked: link.revoked,
    opened: link.opened,
    lastOpenedAt: link.lastOpenedAt,
  };
}
