import { once } from 'node:events';
import { type IncomingMessage, type IncomingHttpHeaders, request } from 'node:http';

/** An answer as it came. */
interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** Asks with headers that fetch would not let us choose, and with whatever stands in the path. */
export async function askRaw(
  url: string,
  options: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { method = 'GET', path, body } = options;
  // Without a length Node sends the body of a DELETE as if it were the next request.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const headers = { ...length, ...options.headers };
  const asked = request({ hostname, port, agent: false, method, path, headers });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode ?? 0, text, headers: answer.headers };
}
