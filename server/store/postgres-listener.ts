import pg from 'pg';

const firstRetryMs = 100;
const slowestRetryMs = 5000;

/** What a listener tells. */
export interface PostgresListenerOptions {
  readonly databaseUrl: string;
  readonly channelName: string;
  readonly onMessage: (payload: string) => void;
  /** It listens again after the connection was lost: what was said meanwhile is gone. */
  readonly onBack: () => void;
}

/** A connection of its own that listens to one channel of PostgreSQL, and comes back when it is lost. */
export class PostgresListener {
  readonly #options: PostgresListenerOptions;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #retryMs = firstRetryMs;
  #isClosed = false;

  constructor(options: PostgresListenerOptions) {
    this.#options = options;
  }

  /** Begins to listen; rejects if the database cannot be reached now. */
  async listen(): Promise<void> {
    const { databaseUrl, channelName, onMessage } = this.#options;
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    this.#client = client;
    for (const event of ['error', 'end'] as const)
      client.on(event, () => {
        this.#lost(client);
      });
    client.on('notification', ({ payload = '' }) => {
      onMessage(payload);
    });
    await client.connect();
    await client.query(`listen ${channelName}`);
    // Closed while it was connecting.
    if (this.#isClosed) await client.end();
    this.#retryMs = firstRetryMs;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client): void {
    if (this.#isClosed || this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    this.#retry = setTimeout(() => {
      this.listen().then(this.#options.onBack, () => {
        if (this.#client !== null) this.#lost(this.#client);
      });
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, slowestRetryMs);
  }
}
