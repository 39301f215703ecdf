import { expect, it } from 'vitest';
import { mediaNamePattern } from './limits';

it('has patterns that browsers can read, which they do with the flag v', () => {
  const asBrowsersDo = new RegExp(mediaNamePattern.source, 'v');
  for (const name of ['Hold music', 'a-b_c.d', '1']) expect(name).toMatch(asBrowsersDo);
  for (const name of ['', ' a', '-a', 'a/b']) expect(name).not.toMatch(asBrowsersDo);
});
