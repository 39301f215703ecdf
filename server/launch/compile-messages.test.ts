import { expect, it } from 'vitest';
import compileMessages from './compile-messages.mjs';

it('compiles the sentences of a catalogue and leaves the rest as it is', () => {
  const source = [
    "import type { Role } from '@/lib/domain/permission';",
    "const names = { viewer: 'Viewer' } as const satisfies Record<Role, string>;",
    "export const words = { names, hello: 'Hello {name}!', open: { a: `Plain` } } as const;",
  ].join('\n');
  expect(compileMessages(source)).toBe(
    [
      "import type { Role } from '@/lib/domain/permission';",
      'const names = { viewer: "Viewer" } as const satisfies Record<Role, string>;',
      'export const words = { names, hello: ["Hello ",["name"],"!"], open: { a: "Plain" } } as const;',
    ].join('\n'),
  );
});

it('compiles a sentence that is handed to a helper', () => {
  const source = "const words = { gather: both('{who} asked'), many: { a: both('{b}') } };";
  expect(compileMessages(source)).toBe(
    'const words = { gather: both([["who"]," asked"]), many: { a: both([["b"]]) } };',
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
