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
    // What a string is anywhere else than in a value is no sentence.
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isPropertyAssignment(node)) visit(node.initializer);
    else if (ts.isStringLiteralLike(node)) replace(node);
    else ts.forEachChild(node, visit);
  }

  /** @param {ts.StringLiteralLike} sentence */
  function replace(sentence) {
    if (namedStyle.test(sentence.text)) {
      throw new Error(`Write the style as a skeleton, such as ::percent, in “${sentence.text}”`);
    }
    parts.push(source.slice(end, sentence.getStart(file)));
    parts.push(JSON.stringify(compile(sentence.text)));
    end = sentence.end;
  }
}
