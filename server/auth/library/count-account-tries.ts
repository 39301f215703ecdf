import type { BetterAuthOptions } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import { addressHeader } from '@/server/auth/address-header';
import type { Tries } from '@/server/auth/ports';

const path = '/sign-in/email';
const withinMs = 15 * 60_000;
const fromOneAddress = { most: 10, withinMs };
// Guessing stays hopeless, and a stranger cannot shut somebody out with a handful of tries.
const fromAnywhere = { most: 100, withinMs };
const named = z.object({ email: z.string().max(320) });

/**
 * Counts sign-ins per account, whether or not there is such an account: in a quarter of an hour ten from
 * one address and a hundred from all, forgotten when one succeeds.
 */
export function countAccountTries(tries: Tries) {
  const keysOf = (body: unknown, headers: Headers | undefined) => {
    const read = named.safeParse(body);
    if (!read.success) return null;
    const account = `account:${read.data.email.trim().toLowerCase()}`;
    return { account, here: `${account} ${headers?.get(addressHeader) ?? ''}` };
  };
  return {
    before: createAuthMiddleware(async (ctx) => {
      const keys = ctx.path === path ? keysOf(ctx.body, ctx.headers) : null;
      if (keys === null) return;
      const here = await tries.take(keys.here, fromOneAddress);
      // Who is refused here must not use up what is left to all others.
      const tried = here.isAllowed ? await tries.take(keys.account, fromAnywhere) : here;
      if (!tried.isAllowed)
        throw new APIError(
          'TOO_MANY_REQUESTS',
          {},
          { 'retry-after': String(tried.retryAfterSeconds) },
        );
    }),
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path !== path || ctx.context.returned instanceof Error) return;
      const keys = keysOf(ctx.body, ctx.headers);
      if (keys === null) return;
      await tries.forget(keys.here);
      await tries.forget(keys.account);
    }),
  } satisfies BetterAuthOptions['hooks'];
}
