// @ts-check
import compile from 'icu-minify/compile';
import ts from 'typescript';

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
    // What a call is given would stay as it is written, tags and all.
    if (ts.isCallExpression(node)) throw new Error(`Write it out: ${node.getText(file)}`);
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteralLike(node.initializer)) {
      ts.forEachChild(node, visit);
      return;
    }
    const { initializer } = node;
    parts.push(source.slice(end, initializer.getStart(file)));
    parts.push(JSON.stringify(compile(initializer.text)));
    end = initializer.end;
  }
}
