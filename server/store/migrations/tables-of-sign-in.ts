import { type Kysely, type Migration, sql } from 'kysely';

/**
 * The tables of people, their sessions and what they sign in with, in the shape that better-auth asks
 * for (columns are the library's own names), and the table of tries. A test holds this against what
 * the library would make itself, on both engines.
 */
export function tablesOfSignIn(engine: 'sqlite' | 'postgres'): Migration {
  const types =
    engine === 'sqlite'
      ? ({ flag: 'integer', time: 'date' } as const)
      : ({ flag: 'boolean', time: 'timestamptz' } as const);
  return {
    async up(db: Kysely<unknown>) {
      await createUsers(db, types);
      await createCredentials(db, types);
      await createSecondFactors(db, types);
      await db.schema
        .createTable('auth_try')
        .addColumn('key', 'text', (c) => c.primaryKey())
        .addColumn('tries', 'bigint', (c) => c.notNull())
        .addColumn('until', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema.createIndex('auth_try_oldest').on('auth_try').column('until').execute();
    },
  };
}

interface Types {
  readonly flag: 'integer' | 'boolean';
  readonly time: 'date' | 'timestamptz';
}

async function createUsers(db: Kysely<unknown>, { flag, time }: Types): Promise<void> {
  await db.schema
    .createTable('auth_user')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', flag, (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', time, (c) => c.notNull())
    .addColumn('updatedAt', time, (c) => c.notNull())
    .addColumn('role', 'text')
    .addColumn('banned', flag)
    .addColumn('banReason', 'text')
    .addColumn('banExpires', time)
    .addColumn('twoFactorEnabled', flag)
    .execute();
  await db.schema
    .createTable('auth_session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('expiresAt', time, (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', time, (c) => c.notNull())
    .addColumn('updatedAt', time, (c) => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('impersonatedBy', 'text')
    .execute();
  await index(db, 'auth_session', 'userId');
}

async function createCredentials(db: Kysely<unknown>, { time }: Types): Promise<void> {
  await db.schema
    .createTable('auth_account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', time)
    .addColumn('refreshTokenExpiresAt', time)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', time, (c) => c.notNull())
    .addColumn('updatedAt', time, (c) => c.notNull())
    .execute();
  await index(db, 'auth_account', 'userId');
  await db.schema
    .createTable('auth_verification')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', time, (c) => c.notNull())
    .addColumn('createdAt', time, (c) => c.notNull())
    .addColumn('updatedAt', time, (c) => c.notNull())
    .execute();
  await index(db, 'auth_verification', 'identifier');
}

async function createSecondFactors(db: Kysely<unknown>, { flag, time }: Types): Promise<void> {
  await db.schema
    .createTable('auth_two_factor')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('backupCodes', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('verified', flag)
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', time)
    .execute();
  await index(db, 'auth_two_factor', 'secret');
  await index(db, 'auth_two_factor', 'userId');
  await db.schema
    .createTable('auth_passkey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('auth_user.id').onDelete('cascade'))
    .addColumn('credentialID', 'text', (c) => c.notNull())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('deviceType', 'text', (c) => c.notNull())
    .addColumn('backedUp', flag, (c) => c.notNull())
    .addColumn('transports', 'text')
    .addColumn('createdAt', time)
    .addColumn('aaguid', 'text')
    .execute();
  await index(db, 'auth_passkey', 'userId');
  await index(db, 'auth_passkey', 'credentialID');
}

// The library looks for its indexes by these names.
async function index(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  const name = `${table}_${column}_idx`;
  await sql`create index ${sql.id(name)} on ${sql.table(table)} (${sql.id(column)})`.execute(db);
}
