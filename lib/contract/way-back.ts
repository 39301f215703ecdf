/** Where to go after signing in when nothing else was asked for. */
const home = '/conferences';
const base = 'http://rostrum.invalid';
const noWayBack = /^\/(sign-in|welcome|api)(\/|\?|#|$)/;

/**
 * The page to go to after signing in: what was asked for where it is a page of ours, else the
 * conferences. Another site's address, however it is written, is none of ours.
 */
export function wayBackOf(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return home;
  // Browsers read a backslash as a slash and leave out tabs and line ends.
  if (/[\\\p{Cc}]/u.test(asked) || asked.startsWith('//')) return home;
  if (!URL.canParse(asked, base)) return home;
  const { origin, pathname, search, hash } = new URL(asked, base);
  const path = `${pathname}${search}${hash}`;
  if (origin !== base || path.startsWith('//') || path === '/' || noWayBack.test(path)) return home;
  return path;
}

/** The sign-in page, from which one comes back to this path. */
export function signInPathFrom(path: string): string {
  const back = wayBackOf(path);
  return back === home ? '/sign-in' : `/sign-in?to=${encodeURIComponent(back)}`;
}
