import { createHmac, timingSafeEqual } from 'node:crypto';

const longestCookie = 400;

/** What the library put into the cookie of this name if the signature is ours: a forged one costs no query. */
export function signedValue(
  cookies: string | null | undefined,
  name: string,
  secret: string,
): string | null {
  const value = cookieNamed(cookies ?? '', name);
  if (value === null || value.length > longestCookie) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const signed = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(signed).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? signed : null;
}

function cookieNamed(cookies: string, name: string): string | null {
  for (const part of cookies.split(';')) {
    const equals = part.indexOf('=');
    if (equals === -1 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
