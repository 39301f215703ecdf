import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { roles } from '@/lib/domain/permission';
import { rehearsalEmail } from '@/server/auth/rehearsal-accounts';

/** The path of one-click sign-in, below the library's own. */
const rehearsalSignInPath = '/sign-in/rehearsal';

/**
 * One-click sign-in to the account of a role that exists for rehearsing. It asks nobody anything: the
 * door in front lets only this machine come here, and only while the simulator is on.
 */
export function rehearsalSignIn() {
  return {
    id: 'rehearsal-sign-in',
    endpoints: {
      signInRehearsal: createAuthEndpoint(
        rehearsalSignInPath,
        { method: 'POST', body: z.object({ role: z.enum(roles) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const found = await internalAdapter.findUserByEmail(rehearsalEmail(ctx.body.role));
          if (found === null) throw new APIError('NOT_FOUND');
          const session = await internalAdapter.createSession(found.user.id);
          await setSessionCookie(ctx, { session, user: found.user });
          return ctx.json({ role: ctx.body.role });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
