import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { wallboardToken } from '@/lib/contract/wallboard';
import type { Micros } from '@/lib/domain/stamp';
import { boardRow } from './board-row';
import type { WallboardRecord, WallboardServices, WallboardTable } from './ports';

/** A wallboard that somebody asked for is gone. */
class WallboardError extends Error {
  override readonly name = 'WallboardError';

  constructor() {
    super('not-found');
  }
}

/** What the hub asks about the links that sockets came with. */
export interface WallboardLinks {
  /** The wallboard that a link opens, as it is now; null for one that opens nothing. */
  ofToken(token: string): Promise<WallboardRecord | null>;
  /** Those of these wallboards that there are, by id. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, WallboardRecord>>;
  /** Hears of every wallboard that was changed, given another link or removed here. Returns how to stop. */
  follow(listener: (id: string) => void): () => void;
}

/** Keeps wallboards; what changes cuts off who looks at it, and they come back to what it is now. */
export function openWallboards(
  table: WallboardTable,
  now: () => Micros,
): { readonly services: WallboardServices; readonly links: WallboardLinks } {
  const listeners = new Set<(id: string) => void>();
  const tell = (id: string) => {
    for (const listener of listeners) listener(id);
  };
  const ofToken = async (token: string) =>
    wallboardToken.test(token) ? table.byToken(hashOf(token)) : null;
  return {
    links: {
      ofToken,
      byIds: (ids) => table.byIds(ids),
      follow: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    services: {
      list: () => table.list(),
      add: async (settings, by) => {
        const token = newToken();
        const row = { ...settings, id: randomUUID(), updatedAt: now(), updatedBy: by };
        await table.add({ ...row, tokenHash: hashOf(token) });
        return { wallboard: row, link: linkOf(token) };
      },
      change: async (id, settings, by) => {
        const row = { ...settings, id, updatedAt: now(), updatedBy: by };
        if (!(await table.change(row))) throw new WallboardError();
        tell(id);
        return row;
      },
      relink: async (id) => {
        const token = newToken();
        const row = await table.relink(id, hashOf(token));
        if (row === null) throw new WallboardError();
        tell(id);
        return { wallboard: row, link: linkOf(token) };
      },
      remove: async (id) => {
        if (!(await table.remove(id))) throw new WallboardError();
        tell(id);
      },
      ofToken: async (token) => {
        const record = await ofToken(token);
        return record === null ? null : boardRow(record);
      },
    },
  };
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function linkOf(token: string): string {
  return `/wallboard?token=${token}`;
}
