import { request as httpRequest } from 'node:http';

/** What a door answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type: string | undefined;
}

/** Posts bytes as they are; without a length where the headers say that it comes in chunks. */
export function postBytes(
  url: string,
  body: Buffer | string,
  headers: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isChunked = 'transfer-encoding' in headers;
    const length = isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = httpRequest(url, { method: 'POST', headers: { ...headers, ...length } });
    let hasAnswer = false;
    request.on('response', (response) => {
      hasAnswer = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const type = response.headers['content-type'];
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString(), type });
      });
    });
    // A door that has heard enough answers and hangs up while we still send.
    request.on('error', (error) => {
      if (!hasAnswer) reject(error);
    });
    request.end(body);
  });
}

/** Begins a post and goes away in the middle of its body. */
export function hangUpAfter(
  url: string,
  part: Buffer,
  headers: Record<string, string>,
): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(url, { method: 'POST', headers });
    request.on('error', () => {
      resolve();
    });
    request.write(part, () => {
      request.destroy(new Error('Gone'));
    });
  });
}
