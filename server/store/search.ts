import { type RawBuilder, sql } from 'kysely';
import { folded } from '@/lib/domain/folded';

// SQLite matches no longer pattern in reasonable time, and nobody remembers a longer text.
const longestSearch = 200;

/** Whether a column of folded text has this in it, however it is written. */
export function within(column: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const pattern = `%${folded(text)
    .slice(0, longestSearch)
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`${column} like ${pattern} escape '\\'`;
}
