import { type RawBuilder, sql } from 'kysely';

// SQLite matches no longer pattern in reasonable time, and nobody remembers a longer text.
const longestSearch = 200;

/** Text as it is searched: no upper case, accents in one form. */
export function folded<T extends string | null>(
  text: T,
): T extends string ? string : string | null {
  return (text === null ? null : text.normalize('NFC').toLowerCase()) as T extends string
    ? string
    : string | null;
}

/** Whether a column of folded text has this in it, however it is written. */
export function within(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const pattern = `%${folded(text)
    .slice(0, longestSearch)
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`${column} like ${pattern} escape '\\'`;
}
