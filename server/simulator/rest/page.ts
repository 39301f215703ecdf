import { refusal } from '../refusal';
import { type Answer } from './carrier-request';

const DEFAULT_SIZE = 20;
const MAX_SIZE = 250;

function wholeNumber(query: URLSearchParams, parameter: string, fallback: number, max: number) {
  const text = query.get(parameter);
  if (text === null || text === '') return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return value;
  throw refusal('10033', `The value is outside of allowed range 1 to ${max}`, { parameter });
}

/** One page of a list, numbered from 1 (DOMAIN §1.1). Only the rows of the page are drawn. */
export function page<T>(
  query: URLSearchParams,
  items: readonly T[],
  view: (item: T) => unknown,
): Answer {
  const number = wholeNumber(query, 'page[number]', 1, Number.MAX_SAFE_INTEGER);
  const size = wholeNumber(query, 'page[size]', DEFAULT_SIZE, MAX_SIZE);
  const rows = items.slice((number - 1) * size, number * size);
  return {
    status: 200,
    body: {
      data: rows.map(view),
      meta: {
        page_number: number,
        page_size: size,
        total_pages: Math.ceil(items.length / size),
        total_results: items.length,
      },
    },
  };
}

const cursorFor = (seq: number) => Buffer.from(`seq:${seq}`).toString('base64url');

function seqOf(query: URLSearchParams, parameter: string): number | null {
  const cursor = query.get(parameter);
  if (cursor === null || cursor === '') return null;
  const seq = /^seq:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (seq === undefined) throw refusal('10015', 'The cursor is not valid.', { parameter });
  return Number(seq);
}

function slice<T extends { seq: number }>(
  query: URLSearchParams,
  items: readonly T[],
  limit: number,
) {
  const after = seqOf(query, 'page[after]');
  const before = seqOf(query, 'page[before]');
  const from = after === null ? 0 : items.findIndex((item) => item.seq > after);
  if (from === -1) return { from: items.length, rows: [] };
  if (before === null) return { from, rows: items.slice(from, from + limit) };
  const end = items.findIndex((item) => item.seq >= before);
  const to = end === -1 ? items.length : end;
  return { from: Math.max(0, to - limit), rows: items.slice(Math.max(0, to - limit), to) };
}

/**
 * One page of a list that is walked by cursor; items stand in the order of `seq`. A second numbered
 * page is empty: the official client asks for one without end (DOMAIN §1.1).
 */
export function cursorPage<T extends { seq: number }>(
  query: URLSearchParams,
  path: string,
  items: readonly T[],
  view: (item: T) => unknown,
): Answer {
  const limit = wholeNumber(query, 'page[limit]', DEFAULT_SIZE, MAX_SIZE);
  const beyond = Number(query.get('page[number]') ?? '1') > 1;
  const { from, rows } = beyond ? { from: items.length, rows: [] } : slice(query, items, limit);
  const first = rows[0];
  const last = rows.at(-1);
  const hasMore = last !== undefined && from + rows.length < items.length;
  const hasLess = first !== undefined && from > 0;
  const after = hasMore ? cursorFor(last.seq) : null;
  const before = hasLess ? cursorFor(first.seq) : null;
  const link = (name: string, cursor: string) =>
    `${path}?page[limit]=${limit}&page[${name}]=${cursor}`;
  return {
    status: 200,
    body: {
      data: rows.map(view),
      meta: {
        cursors: { ...(after && { after }), ...(before && { before }) },
        ...(after && { next: link('after', after) }),
        ...(before && { previous: link('before', before) }),
        total_items: items.length,
      },
    },
  };
}
