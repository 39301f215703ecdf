import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures';

/** Next's hello page weighs 135 kB; the desk may add 120 kB to it. */
const mostBytes = (135 + 120) * 1000;

test('the desk loads no more script than its budget', async ({ opens, rostrum }) => {
  const board = await opens('Weighed board', ['Ada']);
  const headers = { cookie: await rostrum.cookieOf('moderator') };
  const answer = await fetch(`${rostrum.url}/conferences/${board.id}`, { headers });
  expect(answer.url, 'nobody is sent to sign in').toContain(board.id);
  const html = await answer.text();
  // Browsers of today skip what is marked as being for those without modules.
  const tags = (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !/\bnomodule\b/i.test(tag));
  // What is split off and yet needed at once, such as the words of a language, is asked for by links.
  const links = (html.match(/<link\b[^>]*>/g) ?? []).filter((tag) => /\bas="script"/.test(tag));
  const paths = [...tags, ...links].flatMap(
    (tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [],
  );
  const sizes = await Promise.all(
    [...new Set(paths)].map(async (path) => {
      const script = await fetch(new URL(path.replaceAll('&amp;', '&'), rostrum.url));
      expect(script.ok, path).toBe(true);
      return gzipSync(Buffer.from(await script.arrayBuffer())).byteLength;
    }),
  );
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
});
