import { sql } from 'kysely';
import pg from 'pg';
import type { AccountChannel } from '@/server/auth/account-news';
import type { AccountListener } from '@/server/auth/ports';
import type { SqlEngine } from './sql-engine';

const channelName = 'rostrum_accounts';
const firstRetryMs = 100;
const slowestRetryMs = 5000;

/** NOTIFY and LISTEN about accounts. What was missed while the connection was lost is told as null. */
export class PostgresAccountChannel implements AccountChannel {
  readonly #databaseUrl: string;
  readonly #node: string;
  readonly #engine: SqlEngine;
  readonly #listeners = new Set<AccountListener>();
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #retryMs = firstRetryMs;
  #isClosed = false;

  /** `node` names this process among those that share the database. */
  constructor(engine: SqlEngine, databaseUrl: string, node: string) {
    this.#databaseUrl = databaseUrl;
    this.#node = node;
    this.#engine = engine;
  }

  /** Begins to listen; rejects if the database cannot be reached now. */
  async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    this.#client = client;
    for (const event of ['error', 'end'] as const)
      client.on(event, () => {
        this.#lost(client);
      });
    client.on('notification', ({ payload = '' }) => {
      const space = payload.indexOf(' ');
      if (payload.slice(0, space) !== this.#node) this.#tell(payload.slice(space + 1));
    });
    await client.connect();
    await client.query(`listen ${channelName}`);
    if (this.#isClosed) await client.end();
    this.#retryMs = firstRetryMs;
  }

  async send(userId: string): Promise<void> {
    const payload = `${this.#node} ${userId}`;
    await sql`select pg_notify(${channelName}, ${payload})`.execute(this.#engine.writer);
  }

  onHeard(listener: AccountListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #tell(userId: string | null): void {
    for (const listener of this.#listeners) listener(userId);
  }

  #lost(client: pg.Client): void {
    if (this.#isClosed || this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.listen().then(
        () => {
          this.#tell(null);
        },
        () => {
          if (this.#client !== null) this.#lost(this.#client);
        },
      );
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, slowestRetryMs);
  }
}
