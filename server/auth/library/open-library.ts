import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { admin, genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import { passwordLength } from '@/lib/contract/limits';
import { addressHeader } from '@/server/auth/address-header';
import type { AccountNews, Tries } from '@/server/auth/ports';
import { countAccountTries } from './count-account-tries';
import { limitTries } from './limit-tries';
import { rehearsalSignIn } from './rehearsal-sign-in';

/** The name under which the library knows the single sign-on provider, and its callback address. */
const oidcProviderId = 'oidc';

const sessionSeconds = 7 * 86_400;
const refreshAfterSeconds = 86_400;

/** The single sign-on provider, as configured. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly trustsEmail: boolean;
}

/** What the library is built of. */
export interface LibraryParts {
  /** The writing connection: on a second one SQLite would wait for the first in vain. */
  readonly db: Kysely<unknown>;
  readonly kind: 'sqlite' | 'postgres';
  readonly secret: string;
  /** Where browsers reach Rostrum: PUBLIC_URL, or where it listens. */
  readonly url: URL;
  readonly oidc: OidcOptions | null;
  readonly tries: Tries;
  readonly news: AccountNews;
  /** Whether a request comes from a page of ours. */
  readonly isSameOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** What went wrong inside the library; never holds what somebody typed. */
  readonly onFailure: (message: string) => void;
}

/** The library, configured; nothing but this room speaks to it. */
export function openLibrary(parts: LibraryParts) {
  return betterAuth(optionsOf(parts));
}

/** The library as it is configured here. */
export type Library = ReturnType<typeof openLibrary>;

/** How the library is configured; by itself for the test that holds our tables against it. */
export function optionsOf(parts: LibraryParts) {
  const { url, secret, news, onFailure } = parts;
  const changed = (userId: string) => news.tell(userId);
  return {
    appName: 'Rostrum',
    baseURL: url.origin,
    basePath: '/api/auth',
    secret,
    database: { db: parts.db, type: parts.kind },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // What follows the message may hold addresses and tokens.
      log: (_level, message) => {
        onFailure(message);
      },
    },
    onAPIError: {
      errorURL: '/sign-in',
      // Refusals are answers; left alone the library prints them. Of the rest the name says enough.
      onError: (error) => {
        if (!isAPIError(error)) onFailure(error instanceof Error ? error.name : 'unknown');
      },
    },
    trustedOrigins: (request) => ownOrigins(request, parts),
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionSeconds,
      updateAge: refreshAfterSeconds,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'auth_account',
      encryptOAuthTokens: true,
      // Only a person whom an administrator added, under an address the provider has verified.
      accountLinking: {
        enabled: true,
        allowDifferentEmails: false,
        trustedProviders: parts.oidc?.trustsEmail === true ? [oidcProviderId] : [],
      },
    },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
    },
    advanced: {
      cookiePrefix: 'rostrum',
      useSecureCookies: url.protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    rateLimit: limitTries(parts.tries),
    hooks: countAccountTries(parts.tries),
    databaseHooks: {
      session: { delete: { after: ({ userId }) => changed(userId) } },
      user: {
        update: { after: ({ id }) => changed(id) },
        delete: { after: ({ id }) => changed(id) },
      },
    },
    plugins: [
      // Nobody is the library's administrator: who may change people is decided by `lib/domain`.
      admin({
        defaultRole: 'viewer',
        adminRoles: [],
        bannedUserMessage: 'This account is disabled',
      }),
      twoFactor({ issuer: 'Rostrum', twoFactorTable: 'auth_two_factor' }),
      passkey({
        rpName: 'Rostrum',
        rpID: url.hostname,
        origin: url.origin,
        schema: { passkey: { modelName: 'auth_passkey' } },
      }),
      genericOAuth({ config: providersOf(parts.oidc) }),
      rehearsalSignIn(),
    ],
  } satisfies BetterAuthOptions;
}

function providersOf(oidc: OidcOptions | null) {
  if (oidc === null) return [];
  return [
    {
      providerId: oidcProviderId,
      name: oidc.name,
      discoveryUrl: discoveryUrlOf(oidc.issuer),
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      scopes: ['openid', 'email', 'profile'],
      requireIdTokenVerification: true,
      disableSignUp: true,
      pkce: true,
    },
  ];
}

/** Where a provider tells its addresses (OpenID Connect Discovery 1.0 §4). */
export function discoveryUrlOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

// The library compares whole origins; ours is whatever Host the browser reached us under.
function ownOrigins(request: Request | undefined, { url, isSameOrigin }: LibraryParts): string[] {
  const origin = request?.headers.get('origin') ?? undefined;
  const host = request?.headers.get('host') ?? undefined;
  const isOurs = origin !== undefined && isSameOrigin(origin, host);
  return isOurs ? [url.origin, new URL(origin).origin] : [url.origin];
}
