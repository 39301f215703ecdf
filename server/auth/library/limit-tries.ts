import type { BetterAuthOptions } from 'better-auth';
import type { Tries } from '@/server/auth/ports';

// A whole crew behind one address signs in at nine o'clock.
const signIns = { window: 60, max: 30 };

/** How often an address may try, counted where all nodes count: over it the library answers 429. */
export function limitTries(tries: Tries) {
  return {
    enabled: true,
    window: 60,
    max: 120,
    customRules: {
      '/sign-in/*': signIns,
      '/two-factor/*': signIns,
      '/passkey/*': signIns,
      '/reset-password': { window: 60, max: 10 },
      '/change-password': { window: 60, max: 10 },
      // Every page asks who it is drawn for.
      '/get-session': false,
    },
    customStorage: {
      consume: async (key, { window, max }) => {
        const tried = await tries.take(`address:${key}`, { most: max, withinMs: window * 1000 });
        const { isAllowed: allowed, retryAfterSeconds } = tried;
        return { allowed, retryAfter: allowed ? null : retryAfterSeconds };
      },
    },
  } satisfies BetterAuthOptions['rateLimit'];
}
