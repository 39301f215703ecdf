import type { Kysely } from 'kysely';
import { createAccountNews } from './auth/account-news';
import { readAuthSecret } from './auth/auth-secret';
import { createChallenged } from './auth/challenges';
import { openFirstAccount } from './auth/first-account';
import { openLibraryHolder } from './auth/library/library-holder';
import { createLibraryPeople } from './auth/library/library-people';
import { createManagePeople } from './auth/manage-people';
import type { AccountNews } from './auth/ports';
import { keepRehearsalAccounts } from './auth/rehearsal-accounts';
import { createSessions } from './auth/sessions';
import type { Config } from './config';
import { createIsSameOrigin } from './http/known-host';
import { createSignInDoor } from './http/sign-in-door';
import type { SignInServices } from './services';
import type { Database } from './store/open-store';
import { createSessionTable } from './store/session-table';
import { createTryTable } from './store/try-table';

// What the library calls it, before its prefix.
const challengeCookie = 'two_factor';

/** Signing in, built: what routes ask, and what the hub follows. */
export interface SignIn {
  readonly services: SignInServices;
  readonly news: AccountNews;
}

/** Builds everything of signing in over the database that is open. */
export async function openSignIn(parts: {
  readonly config: Config;
  readonly database: Database;
  /** Where Rostrum listens: what browsers are told when PUBLIC_URL is not set. */
  readonly url: URL;
  readonly showCode: (code: string) => void;
  readonly onFailure: (message: string) => void;
}): Promise<SignIn> {
  const { config, database, onFailure } = parts;
  const { engine } = database;
  const isSimulator = config.carrier.kind === 'simulator';
  const isSameOrigin = createIsSameOrigin(config);
  const secret = readAuthSecret(config.signIn.secret, config.dataDir);
  const news = createAccountNews(database.accountChannel);
  const tries = createTryTable(engine, Date.now);
  const holder = await openLibraryHolder({
    db: engine.writer as unknown as Kysely<unknown>,
    kind: engine.kind,
    secret,
    url: config.publicUrl ?? asLocalhost(parts.url),
    oidc: config.signIn.oidc,
    tries,
    news,
    isSameOrigin,
    onFailure,
  });
  const { authCookies, createAuthCookie } = await holder.current().$context;
  const sessions = createSessions({
    reads: createSessionTable(engine),
    secret,
    cookieName: authCookies.sessionToken.name,
    now: () => Date.now() * 1000,
  });
  const people = createLibraryPeople(holder);
  const challenged = createChallenged({
    people,
    secret,
    cookieName: createAuthCookie(challengeCookie).name,
  });
  await keepRehearsalAccounts(people, isSimulator);
  const first = await openFirstAccount({
    people,
    tries,
    given: config.signIn.administrator,
    showCode: parts.showCode,
  });
  const door = createSignInDoor({
    answer: (request) => holder.current().handler(request),
    reachProvider: () => holder.reachProvider(),
    isSimulator,
    isSameOrigin,
  });
  return {
    news,
    services: {
      door,
      sessions,
      challenged,
      people,
      manage: createManagePeople(people),
      first,
      isSimulator,
      providerName: config.signIn.oidc?.name ?? null,
    },
  };
}

// Passkeys belong to names: browsers take localhost for one, and no address.
function asLocalhost(url: URL): URL {
  const named = new URL(url);
  named.hostname = 'localhost';
  return named;
}
