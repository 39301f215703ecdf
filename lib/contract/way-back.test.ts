import { describe, expect, it } from 'vitest';
import { signInPathFrom, wayBackOf } from './way-back';

describe('after signing in', () => {
  it.each(['/conferences/c-1?q=a#b', '/settings/people', '/activity?who=ada'])(
    'one comes back to %s',
    (path) => {
      expect(wayBackOf(path)).toBe(path);
      expect(signInPathFrom(path)).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    },
  );

  it.each([
    'https://evil.test/',
    '//evil.test/',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/./\n/evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    'javascript:alert(1)',
    ' /conferences',
    '/sign-in?to=/sign-in',
    '/welcome?token=t',
    '/api/auth/sign-out',
    '/',
    '',
    undefined,
    ['/settings', '/settings'],
  ])('one does not follow %j', (asked) => {
    expect(wayBackOf(asked)).toBe('/conferences');
  });
});
