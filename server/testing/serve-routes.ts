import { existsSync, readdirSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Response | Promise<Response>;

interface Route {
  readonly parts: readonly string[];
  readonly methods: Readonly<Record<string, Handler | undefined>>;
}

// As Next does, whose own answers have a length of their own (`told-length.ts`).
const takenByNext: ReadonlySet<string> = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
]);
const appDir = join(import.meta.dirname, '../../app');

/**
 * Serves the route handlers of `app/api` on a bare server, found by their folders as Next finds them.
 * `before` runs right before each, in the same breath: several cores may share one process.
 */
export async function loadRoutes(): Promise<(before: () => void) => RequestListener> {
  const routes = await Promise.all(foldersIn(join(appDir, 'api'), ['api']).map(routeOf));
  return (before) => (request, response) => {
    answer(routes, before, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(String(error));
    });
  };
}

function foldersIn(dir: string, parts: readonly string[]): (readonly string[])[] {
  const own = existsSync(join(dir, 'route.ts')) ? [parts] : [];
  // As Next does it: what is named goes before what takes anything.
  const below = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => Number(a.name.startsWith('[')) - Number(b.name.startsWith('[')));
  return [...own, ...below.flatMap(({ name }) => foldersIn(join(dir, name), [...parts, name]))];
}

async function routeOf(parts: readonly string[]): Promise<Route> {
  const path = parts.slice(1).join('/');
  // Written so that a bundler finds every route there is (`open-mortal-core`).
  const route = (await import(/* @vite-ignore */ `../../app/api/${path}/route.ts`)) as unknown;
  return { parts, methods: route as Route['methods'] };
}

async function answer(
  routes: readonly Route[],
  before: () => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const asked = url.pathname.slice(1).split('/');
  const found = routes.find(({ parts }) => paramsOf(parts, asked) !== null);
  const handler = found?.methods[request.method ?? 'GET'];
  if (found === undefined || handler === undefined) {
    response.writeHead(found === undefined ? 404 : 405).end();
    return;
  }
  const params = Promise.resolve(paramsOf(found.parts, asked) ?? {});
  const asWeb = await webRequest(url, request);
  before();
  await send(await handler(asWeb, { params }), response);
}

function paramsOf(
  parts: readonly string[],
  asked: readonly string[],
): Record<string, string> | null {
  const params: Record<string, string> = {};
  const takesRest = parts.at(-1)?.startsWith('[...') === true;
  const isSame = parts.every((part, i) => {
    const value = asked[i];
    if (!part.startsWith('[') || value === undefined || value === '') return part === value;
    params[part.slice(1, -1)] = value;
    return true;
  });
  const isWhole = takesRest ? asked.length >= parts.length : asked.length === parts.length;
  return isSame && isWhole ? params : null;
}

async function webRequest(url: URL, request: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Request(url, { method, headers, body: Buffer.concat(chunks) });
}

async function send(answered: Response, response: ServerResponse): Promise<void> {
  const headers = [...answered.headers].filter(([name]) => !takenByNext.has(name));
  response.writeHead(answered.status, Object.fromEntries(headers));
  if (answered.body === null) response.end();
  else await pipeline(answered.body, response);
}
