import type { BetterAuthOptions } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { Tries } from '@/server/auth/ports';

const path = '/sign-in/email';
const limit = { most: 10, withinMs: 15 * 60_000 };
const named = z.object({ email: z.string().max(320) });

/**
 * Counts sign-ins per account, from whatever addresses they come, whether or not there is such an account:
 * ten in a quarter of an hour, forgotten when one succeeds.
 */
export function countAccountTries(tries: Tries) {
  const keyOf = (body: unknown) => {
    const read = named.safeParse(body);
    return read.success ? `account:${read.data.email.trim().toLowerCase()}` : null;
  };
  return {
    before: createAuthMiddleware(async (ctx) => {
      const key = ctx.path === path ? keyOf(ctx.body) : null;
      if (key === null) return;
      const { isAllowed, retryAfterSeconds } = await tries.take(key, limit);
      if (!isAllowed)
        throw new APIError('TOO_MANY_REQUESTS', {}, { 'retry-after': String(retryAfterSeconds) });
    }),
    after: createAuthMiddleware(async (ctx) => {
      const key =
        ctx.path === path && !(ctx.context.returned instanceof Error) ? keyOf(ctx.body) : null;
      if (key !== null) await tries.forget(key);
    }),
  } satisfies BetterAuthOptions['hooks'];
}
