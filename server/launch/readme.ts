import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { operationsTable } from './operations';

const beginning = '<!-- operations: written by npm run operations -->';
const end = '<!-- end of operations -->';

/** Where the README lies. */
export const readmeFile = join(import.meta.dirname, '../../README.md');

/** The README with the table of operations as it has to be; throws where its place is not marked. */
export async function writtenReadme(): Promise<string> {
  const text = readFileSync(readmeFile, 'utf8');
  const from = text.indexOf(beginning);
  const until = text.indexOf(end);
  if (from < 0 || until < from) throw new Error(`README.md has no ${beginning} … ${end}`);
  const before = text.slice(0, from + beginning.length);
  const written = `${before}\n\n${operationsTable()}\n\n${text.slice(until)}`;
  return format(written, { ...(await resolveConfig(readmeFile)), parser: 'markdown' });
}
