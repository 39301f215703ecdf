import { isIP } from 'node:net';
import { z } from 'zod';
import { passwordLength } from '@/lib/contract/limits';
import {
  absent,
  flag,
  type GivenEnvironment,
  httpUrl,
  listed,
  optional,
  usually,
} from './variables';

/** How people sign in. */
export interface SignInConfig {
  /** Signs session cookies; null: one is kept in the data directory. */
  readonly secret: string | null;
  /** The first account, made when there is none. */
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
    /** Whether its word on an e-mail address counts though it does not say that it verified it. */
    readonly trustsEmail: boolean;
  } | null;
  /** The proxies whose forwarding headers are believed. */
  readonly trustProxy: string;
}

/** The variables about signing in. */
export const signInVariables = {
  AUTH_SECRET: optional(z.string().min(32, 'at least 32 characters, for instance 24 random bytes')),
  ADMIN_EMAIL: optional(z.email('give the e-mail address of the first administrator')),
  ADMIN_PASSWORD: optional(
    z
      .string()
      .min(passwordLength.least, `at least ${passwordLength.least} characters`)
      .max(passwordLength.most, `at most ${passwordLength.most} characters`),
  ),
  OIDC_ISSUER: optional(httpUrl),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: usually(z.string().max(60).default('Single sign-on')),
  OIDC_TRUST_EMAIL: flag,
  TRUST_PROXY: usually(
    z
      .string()
      .default('')
      .refine(isProxyList, 'give addresses or networks, separated by commas: 10.0.0.0/8, ::1'),
  ),
};

/** What the variables about signing in say, once they are known to be right. */
export function readSignIn(values: z.output<z.ZodObject<typeof signInVariables>>): SignInConfig {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = values;
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = values;
  const hasAdministrator = email !== undefined && password !== undefined;
  const hasOidc = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  const named = { name: values.OIDC_NAME, trustsEmail: values.OIDC_TRUST_EMAIL === 'true' };
  return {
    secret: values.AUTH_SECRET ?? null,
    administrator: hasAdministrator ? { email, password } : null,
    oidc: hasOidc ? { issuer, clientId, clientSecret, ...named } : null,
    trustProxy: values.TRUST_PROXY,
  };
}

const together = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const;

/** Notes which variables about signing in are missing beside those that need them. */
export function checkSignIn(env: GivenEnvironment, problems: string[]): void {
  const isGiven = (name: string) => absent(env[name]) !== undefined;
  for (const names of together) {
    const given = names.filter(isGiven);
    if (given.length === 0) continue;
    for (const name of names)
      if (!isGiven(name)) problems.push(`${name}: missing beside ${given.join(', ')}`);
  }
  // A secret made by each node for itself would sign people out at every other.
  if (isGiven('DATABASE_URL') && !isGiven('AUTH_SECRET'))
    problems.push(
      'AUTH_SECRET: missing beside DATABASE_URL: give all nodes the same, at least 32 characters, for instance from `openssl rand -base64 24`',
    );
}

function isProxyList(text: string): boolean {
  const bits = { 0: -1, 4: 32, 6: 128 } as const;
  return listed(text).every((part) => {
    const [address = '', length] = part.split('/');
    const most = bits[isIP(address) as 0 | 4 | 6];
    return most > 0 && (length === undefined || (/^\d+$/.test(length) && Number(length) <= most));
  });
}
