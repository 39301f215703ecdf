import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Role } from '@/lib/domain/permission';
import { createAccountNews, createSilentAccountChannel } from '@/server/auth/account-news';
import { addressHeader } from '@/server/auth/address-header';
import { openLibraryHolder } from '@/server/auth/library/library-holder';
import { createLibraryPeople } from '@/server/auth/library/library-people';
import { type LibraryParts, type OidcOptions } from '@/server/auth/library/open-library';
import { createSessions } from '@/server/auth/sessions';
import { localHeader } from '@/server/http/own-headers';
import { createSignInDoor, type SignInDoor } from '@/server/http/sign-in-door';
import { migrate } from '@/server/store/migrations/migrate';
import { PostgresAccountChannel } from '@/server/store/postgres-account-channel';
import { openPostgresEngine } from '@/server/store/postgres-engine';
import { createSessionTable } from '@/server/store/session-table';
import type { SqlEngine } from '@/server/store/sql-engine';
import { openSqliteEngine } from '@/server/store/sqlite-engine';
import { createTryTable } from '@/server/store/try-table';

/** A password long enough. */
export const goodPassword = 'correct horse battery';
/** Signs the cookies of tests. */
export const testSecret = 'a secret of tests, long enough to sign';

/** What may differ from one test to the next. */
export interface SignInOptions {
  readonly databaseUrl?: string;
  readonly url?: string;
  readonly oidc?: OidcOptions;
  readonly isSimulator?: boolean;
  readonly now?: () => number;
}

/** An engine with its tables, gone when the test is. */
export async function openEngine(databaseUrl?: string): Promise<SqlEngine> {
  const engine = databaseUrl === undefined ? sqliteForOneTest() : openPostgresEngine(databaseUrl);
  onTestFinished(() => engine.close());
  await migrate(engine);
  return engine;
}

function sqliteForOneTest(): SqlEngine {
  const dir = mkdtempSync(join(tmpdir(), 'rostrum-sign-in-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return openSqliteEngine(join(dir, 'rostrum.db'));
}

/** What the library is built of in tests. */
export function libraryParts(engine: SqlEngine, options: SignInOptions = {}): LibraryParts {
  const url = new URL(options.url ?? 'http://localhost:3000');
  return {
    db: engine.writer as unknown as Kysely<unknown>,
    kind: engine.kind,
    secret: testSecret,
    url,
    oidc: options.oidc ?? null,
    tries: createTryTable(engine, options.now ?? Date.now),
    news: createAccountNews(createSilentAccountChannel()),
    isSameOrigin: (origin, host) => origin === undefined || new URL(origin).host === host,
    onFailure: () => undefined,
  };
}

/** Everything of signing in, over one engine; ends with the test. */
export async function openSignIn(options: SignInOptions = {}) {
  const engine = await openEngine(options.databaseUrl);
  const { databaseUrl } = options;
  const channel =
    databaseUrl === undefined
      ? createSilentAccountChannel()
      : new PostgresAccountChannel(
          engine,
          databaseUrl,
          `node-${Math.random().toString(36).slice(2)}`,
        );
  if (channel instanceof PostgresAccountChannel) await channel.listen();
  const news = createAccountNews(channel);
  onTestFinished(() => news.close());
  const parts = { ...libraryParts(engine, options), news };
  const holder = await openLibraryHolder(parts);
  const context = await holder.current().$context;
  const people = createLibraryPeople(holder);
  const now = options.now ?? Date.now;
  const sessions = createSessions({
    reads: createSessionTable(engine),
    secret: testSecret,
    cookieName: context.authCookies.sessionToken.name,
    now: () => now() * 1000,
  });
  const door = createSignInDoor({
    answer: (request) => holder.current().handler(request),
    reachProvider: () => holder.reachProvider(),
    isSimulator: options.isSimulator ?? true,
    isSameOrigin: parts.isSameOrigin,
  });
  const add = (role: Role = 'moderator', email = `${role}@example.com`) =>
    people.add({ name: `A ${role}`, email, role, password: goodPassword });
  return { engine, news, holder, people, sessions, door, add, tries: parts.tries, url: parts.url };
}

/** A browser of tests: keeps cookies, and says where it comes from. */
export class TestBrowser {
  readonly #door: SignInDoor;
  readonly #url: URL;
  readonly #cookies = new Map<string, string>();
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    { door, url }: { readonly door: SignInDoor; readonly url: URL },
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.#door = door;
    this.#url = url;
    this.#headers = { [addressHeader]: '192.0.2.7', [localHeader]: 'yes', ...headers };
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookie(text: string) {
    this.#cookies.clear();
    for (const part of text.split('; ')) {
      const [name = '', value = ''] = part.split('=');
      this.#cookies.set(name, value);
    }
  }

  get(path: string): Promise<Response> {
    return this.#ask('GET', path);
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.#ask('POST', path, JSON.stringify(body));
  }

  signIn(email: string, password = goodPassword): Promise<Response> {
    return this.post('/sign-in/email', { email, password });
  }

  async #ask(method: string, path: string, body?: string): Promise<Response> {
    const headers = new Headers({
      host: this.#url.host,
      origin: this.#url.origin,
      'content-type': 'application/json',
      ...this.#headers,
    });
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    const address = path.startsWith('http') ? path : `${this.#url.origin}/api/auth${path}`;
    const response = await this.#door(
      new Request(address, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
