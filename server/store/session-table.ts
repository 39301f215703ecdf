import { type Kysely, sql } from 'kysely';
import { type Role, roles } from '@/lib/domain/permission';
import type { Micros } from '@/lib/domain/stamp';
import type { PersonSeen, SessionReads, SignedIn } from '@/server/auth/ports';
import { type SqlEngine, storable } from './sql-engine';
import { storeErrorOf } from './store-error';

/** The columns of the library's tables that are read here; its other columns are its own affair. */
interface SignInTables {
  auth_session: {
    id: string;
    token: string;
    userId: string;
    expiresAt: string | Date;
    updatedAt: string | Date;
  };
  auth_user: {
    id: string;
    name: string;
    email: string;
    role: string | null;
    /** 0 or 1 in SQLite. */
    banned: boolean | number | null;
  };
}

/**
 * Reads sessions beside the library: one row by its token, whatever the library's own way costs.
 * Whoever is disabled has no session, even if a row of theirs were left.
 */
export function createSessionTable(engine: SqlEngine): SessionReads {
  const db = engine.reader as unknown as Kysely<SignInTables>;
  const open = db
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
    .select(['auth_session.id as sessionId', 'auth_session.expiresAt', 'auth_user.id as userId'])
    .select(['auth_user.name', 'auth_user.email', 'auth_user.role', 'auth_user.banned']);
  return {
    byToken: async (token, now) => {
      const row = await open
        .where('auth_session.token', '=', storable(token))
        .executeTakeFirst()
        .catch(failing);
      return row === undefined ? null : signedInOf(row, now);
    },
    byIds: async (ids, now) => {
      if (ids.length === 0) return new Map();
      const rows = await open
        .where(sql<boolean>`auth_session.id in (select value from ${engine.wanted(ids)})`)
        .execute()
        .catch(failing);
      const found = rows.flatMap((row) => signedInOf(row, now) ?? []);
      return new Map(found.map((session) => [session.sessionId, session]));
    },
    perPerson: async (now) => {
      const rows = await db
        .selectFrom('auth_session')
        .select(['userId', 'expiresAt', 'updatedAt'])
        .execute()
        .catch(failing);
      const seen = new Map<string, PersonSeen>();
      for (const row of rows) {
        if (microsOf(row.expiresAt) <= now) continue;
        const before = seen.get(row.userId) ?? { sessions: 0, lastSeenAt: 0 };
        const lastSeenAt = Math.max(before.lastSeenAt, microsOf(row.updatedAt));
        seen.set(row.userId, { sessions: before.sessions + 1, lastSeenAt });
      }
      return seen;
    },
  };
}

function microsOf(time: string | Date): Micros {
  return new Date(time).getTime() * 1000;
}

function failing(error: unknown): never {
  throw storeErrorOf(error);
}

interface Row {
  readonly sessionId: string;
  readonly expiresAt: string | Date;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: string | null;
  readonly banned: boolean | number | null;
}

function signedInOf(row: Row, now: Micros): SignedIn | null {
  const { sessionId, userId, name, email } = row;
  const expiresAt = microsOf(row.expiresAt);
  const role = roleOf(row.role);
  if (row.banned === true || row.banned === 1 || role === null || expiresAt <= now) return null;
  return { sessionId, userId, name, email, role, expiresAt };
}

/** The role a text names; null for what is none of ours. */
function roleOf(text: string | null): Role | null {
  return roles.find((role) => role === text) ?? null;
}
