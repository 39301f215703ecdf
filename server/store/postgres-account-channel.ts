import { sql } from 'kysely';
import type { AccountChannel } from '@/server/auth/account-news';
import type { AccountListener } from '@/server/auth/ports';
import { PostgresListener } from './postgres-listener';
import type { SqlEngine } from './sql-engine';

const channelName = 'rostrum_accounts';

/** NOTIFY and LISTEN about accounts. What was missed while the connection was lost is told as null. */
export class PostgresAccountChannel implements AccountChannel {
  readonly #node: string;
  readonly #engine: SqlEngine;
  readonly #listeners = new Set<AccountListener>();
  readonly #listener: PostgresListener;

  /** `node` names this process among those that share the database. */
  constructor(engine: SqlEngine, databaseUrl: string, node: string) {
    this.#node = node;
    this.#engine = engine;
    this.#listener = new PostgresListener({
      databaseUrl,
      channelName,
      onMessage: (payload) => {
        const space = payload.indexOf(' ');
        if (payload.slice(0, space) !== node) this.#tell(payload.slice(space + 1));
      },
      onBack: () => {
        this.#tell(null);
      },
    });
  }

  /** Begins to listen; rejects if the database cannot be reached now. */
  listen(): Promise<void> {
    return this.#listener.listen();
  }

  async send(userId: string): Promise<void> {
    const payload = `${this.#node} ${userId}`;
    await sql`select pg_notify(${channelName}, ${payload})`.execute(this.#engine.writer);
  }

  onHeard(listener: AccountListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#listener.close();
  }

  #tell(userId: string | null): void {
    for (const listener of this.#listeners) listener(userId);
  }
}
