import { refusal } from '../refusal';
import { type Answer, type Handler } from './carrier-request';

/** One line of the table: method, path pattern with `:names`, and who answers. */
export type Route = readonly [method: string, pattern: string, handler: Handler];

/** Finds who answers a request. */
export interface Router {
  /** Throws 404/10005 for an unknown path and 405/10030 for a known one with another method. */
  route(request: {
    method: string;
    path: string;
    query: URLSearchParams;
    body: unknown;
  }): () => Answer;
}

interface Line {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: Handler;
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal('10015', 'The path is not encoded correctly.');
  }
}

function match(line: Line, parts: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [at, wanted] of line.parts.entries()) {
    const part = parts[at] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decoded(part);
    else if (wanted !== part) return null;
  }
  return params;
}

/** A router over a table of routes; of two that match, the earlier wins. */
export function createRouter(routes: readonly Route[]): Router {
  const byLength = new Map<number, Line[]>();
  for (const [method, pattern, handler] of routes) {
    const parts = partsOf(pattern);
    const lines = byLength.get(parts.length) ?? [];
    lines.push({ method, parts, handler });
    byLength.set(parts.length, lines);
  }
  return {
    route({ method, path, query, body }) {
      const parts = partsOf(path);
      let known = false;
      for (const line of byLength.get(parts.length) ?? []) {
        const params = match(line, parts);
        if (params === null) continue;
        known = true;
        if (line.method === method) {
          return () => line.handler({ method, params, query, body });
        }
      }
      if (known) throw refusal('10030', `${method} is not allowed here.`);
      throw refusal('10005', 'The requested resource or URL could not be found.');
    },
  };
}
