// @ts-check
import compile from 'icu-minify/compile';
import ts from 'typescript';

/** A number, date or time with a style by its name: the formatter in browsers leaves it out without a word. */
const namedStyle = /\{\s*\w+\s*,\s*(?:number|date|time)\s*,\s*(?!\s|::)/;

/**
 * Compiles the sentences of a catalogue while the pages are built, so that browsers need no parser for them.
 * @param {string} source a file of lib/i18n/messages
 * @returns {string} the same with every sentence as the formatter takes it
 */
export default function compileMessages(source) {
  const file = ts.createSourceFile('messages.ts', source, ts.ScriptTarget.Latest);
  /** @type {string[]} */
  const parts = [];
  let end = 0;
  visit(file);
  return [...parts, source.slice(end)].join('');

  /** @param {ts.Node} node */
  function visit(node) {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteralLike(node.initializer)) {
      ts.forEachChild(node, visit);
      return;
    }
    const { initializer } = node;
    parts.push(source.slice(end, initializer.getStart(file)));
    if (namedStyle.test(initializer.text)) {
      throw new Error(`Write the style as a skeleton, such as ::percent, in “${initializer.text}”`);
    }
    parts.push(JSON.stringify(compile(initializer.text)));
    end = initializer.end;
  }
}
