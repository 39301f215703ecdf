import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import compileMessages from './compile-messages.mjs';

it('compiles the sentences of a catalogue and leaves the rest as it is', () => {
  const source = [
    "import type { Role } from '@/lib/domain/permission';",
    "const names = { viewer: 'Viewer' } as const satisfies Record<Role, string>;",
    "export const words = { names, hello: 'Hello {name}!', open: { a: `Plain` } } as const;",
    "export const more = { 'both.names': both('Hello {name}') };",
    "function both<T extends 'one' | 'other'>(words: T) { return { one: words, other: words }; }",
  ].join('\n');
  expect(compileMessages(source)).toBe(
    [
      "import type { Role } from '@/lib/domain/permission';",
      'const names = { viewer: "Viewer" } as const satisfies Record<Role, string>;',
      'export const words = { names, hello: ["Hello ",["name"],"!"], open: { a: "Plain" } } as const;',
      `export const more = { 'both.names': both(["Hello ",["name"]]) };`,
      "function both<T extends 'one' | 'other'>(words: T) { return { one: words, other: words }; }",
    ].join('\n'),
  );
});

it('fails on a style that browsers would leave out', () => {
  const named = "const words = { share: '{share, number, percent} of it' };";
  expect(() => compileMessages(named)).toThrow('::percent');
  expect(compileMessages(named.replace(' percent', ' ::percent'))).toContain('"style":"percent"');
});

it('fails on a sentence that cannot be read', () => {
  expect(() => compileMessages("const words = { broken: 'Hello {name' };")).toThrow();
});

it.each(['en', 'zh-CN'])(
  'leaves no sentence of the catalogue in %s to be parsed by a browser',
  (locale) => {
    const folder = path.join('lib/i18n/messages', locale);
    const left = readdirSync(folder).flatMap((name) => {
      const compiled = compileMessages(readFileSync(path.join(folder, name), 'utf8'));
      return (compiled.match(/(['"`])(?:(?!\1).)*(?:\{\w+[,}]|<\w+>)(?:(?!\1).)*\1/g) ?? []).map(
        (sentence) => `${name}: ${sentence}`,
      );
    });
    expect(left).toEqual([]);
  },
);
