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
    sentencesOf(node).forEach(compileOne);
    ts.forEachChild(node, visit);
  }

  /** @param {ts.StringLiteralLike} sentence */
  function compileOne(sentence) {
    if (namedStyle.test(sentence.text)) {
      throw new Error(`Write the style as a skeleton, such as ::percent, in “${sentence.text}”`);
    }
    parts.push(source.slice(end, sentence.getStart(file)));
    parts.push(JSON.stringify(compile(sentence.text)));
    end = sentence.end;
  }
}

/**
 * What a property holds, or what is handed to a helper that makes properties of it.
 * @param {ts.Node} node
 * @returns {ts.StringLiteralLike[]}
 */
function sentencesOf(node) {
  if (ts.isPropertyAssignment(node)) return [node.initializer].filter(ts.isStringLiteralLike);
  return ts.isCallExpression(node) ? node.arguments.filter(ts.isStringLiteralLike) : [];
}
