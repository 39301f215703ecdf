import { z } from 'zod';
import { discoveryUrlOf, type Library, type LibraryParts, openLibrary } from './open-library';

const answerWithinMs = 3000;
const triesApartMs = 5000;

/** The library, opened again once its single sign-on provider can be reached. */
export interface LibraryHolder {
  current(): Library;
  /** Whether single sign-on works now; asks the provider again if it did not answer before. */
  reachProvider(): Promise<boolean>;
}

/**
 * Opens the library. It asks the provider for its addresses when it opens, without a limit of time and
 * never again: a provider that is down then must keep nobody from signing in with a password.
 */
export async function openLibraryHolder(parts: LibraryParts): Promise<LibraryHolder> {
  const { oidc, onFailure } = parts;
  let isReached = oidc !== null && (await answers(oidc.issuer, onFailure));
  let askedAt = performance.now();
  let library = openLibrary({ ...parts, oidc: isReached ? oidc : null });
  return {
    current: () => library,
    reachProvider: async () => {
      if (isReached || oidc === null) return isReached;
      if (performance.now() - askedAt < triesApartMs) return false;
      askedAt = performance.now();
      if (!(await answers(oidc.issuer, onFailure))) return false;
      library = openLibrary(parts);
      isReached = true;
      return true;
    },
  };
}

const discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** Whether the provider tells its addresses, and is the one that was configured. */
async function answers(issuer: string, onFailure: (message: string) => void): Promise<boolean> {
  try {
    const response = await fetch(discoveryUrlOf(issuer), {
      signal: AbortSignal.timeout(answerWithinMs),
    });
    const read = discovery.safeParse(await response.json());
    if (read.success && withoutSlash(read.data.issuer) === withoutSlash(issuer)) return true;
    onFailure(`OIDC_ISSUER: what answers at ${issuer} does not call itself so`);
  } catch (error) {
    onFailure(
      `OIDC_ISSUER: no answer from ${issuer}: ${error instanceof Error ? error.message : ''}`,
    );
  }
  return false;
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}
