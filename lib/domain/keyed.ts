/**
 * A table of values by key whose every change costs the same however many it holds: 64 buckets, of
 * which a change copies one. Plain JSON; values of a bucket stand in the order of their keys, so two
 * tables with the same content are deeply equal.
 */
export type Keyed<T> = readonly (readonly (readonly [key: string, value: T])[])[];

const bucketCount = 64;
const hashedTail = 24;

/** A table that holds nothing. */
export function emptyKeyed<T>(): Keyed<T> {
  return [];
}

/** The value under `key`, if there is one. */
export function valueAt<T>(table: Keyed<T>, key: string): T | undefined {
  return table[bucketOf(key)]?.find(([k]) => k === key)?.[1];
}

/** The table with `value` under `key`; the same reference when it stands there already. */
export function withValue<T>(table: Keyed<T>, key: string, value: T): Keyed<T> {
  const index = bucketOf(key);
  const bucket = table[index] ?? [];
  const place = bucket.findIndex(([k]) => k >= key);
  const found = bucket[place];
  if (found?.[0] === key) {
    if (found[1] === value) return table;
    return replaced(table, index, bucket.with(place, [key, value]));
  }
  const at = place === -1 ? bucket.length : place;
  return replaced(table, index, bucket.toSpliced(at, 0, [key, value]));
}

/** The table with every value changed. */
export function eachValue<T>(table: Keyed<T>, change: (value: T) => T): Keyed<T> {
  return table.map((bucket) => bucket.map(([key, value]) => [key, change(value)]));
}

/** The table with nothing under `key`; the same reference when there was nothing. */
export function withoutKey<T>(table: Keyed<T>, key: string): Keyed<T> {
  const index = bucketOf(key);
  const bucket = table[index];
  const place = bucket?.findIndex(([k]) => k === key) ?? -1;
  if (bucket === undefined || place === -1) return table;
  const rest = replaced(table, index, bucket.toSpliced(place, 1));
  return rest.every(({ length }) => length === 0) ? [] : rest;
}

/** All values, bucket by bucket: a fixed order, but none a person would expect. */
export function valuesOf<T>(table: Keyed<T>): T[] {
  const values: T[] = [];
  for (const bucket of table) for (const [, value] of bucket) values.push(value);
  return values;
}

/** How many values the table holds. */
export function sizeOf(table: Keyed<unknown>): number {
  return table.reduce((sum, bucket) => sum + bucket.length, 0);
}

function replaced<T>(table: Keyed<T>, index: number, bucket: Keyed<T>[number]): Keyed<T> {
  const full =
    table.length === bucketCount
      ? table
      : Array.from({ length: bucketCount }, (_, i) => table[i] ?? []);
  return full.with(index, bucket);
}

// The carrier's ids share long beginnings and differ at the end.
function bucketOf(key: string): number {
  let hash = 2166136261;
  for (let i = Math.max(0, key.length - hashedTail); i < key.length; i += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(i), 16777619);
  }
  return (hash >>> 8) % bucketCount;
}
