import type { Config } from '@/server/config';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a request was sent to a name that is ours. */
export type IsKnownHost = (host: string | undefined) => boolean;

/**
 * Bound to loopback, Rostrum answers to loopback's names and to PUBLIC_URL only: a page elsewhere
 * whose name has been made to point here (DNS rebinding) is not ours. Bound to other addresses the
 * names are the operator's affair.
 */
export function createIsKnownHost({
  host,
  publicUrl,
}: Pick<Config, 'host' | 'publicUrl'>): IsKnownHost {
  if (!loopback.has(host) && host !== '::1') return () => true;
  return (given) => {
    if (given === undefined || !URL.canParse(`http://${given}`)) return false;
    return loopback.has(new URL(`http://${given}`).hostname) || given === publicUrl?.host;
  };
}

/** Whether a request comes from a page of ours: no other site's, and sent to a name that is ours. */
export function createIsSameOrigin(config: Pick<Config, 'host' | 'publicUrl'>) {
  const isKnownHost = createIsKnownHost(config);
  return (origin: string | undefined, host: string | undefined): boolean => {
    if (!isKnownHost(host)) return false;
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const { host: originHost } = new URL(origin);
    return originHost === host || originHost === config.publicUrl?.host;
  };
}

/** Whether the browser itself says that another site's page sent the request; same-site is another too. */
export function isFromAnotherSite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  return site === 'cross-site' || site === 'same-site';
}
