import type { ServerResponse } from 'node:http';
import onHeaders from 'on-headers';

const toldLength = 'x-told-length';

/**
 * Keeps the length that an answer tells: Next takes `content-length` from whatever a route answers, because the
 * body may have been unpacked on its way. Without it no browser shows how far a download is.
 */
export function tellLength(headers: Headers): void {
  const length = headers.get('content-length');
  if (length !== null) headers.set(toldLength, length);
}

/** Gives an answer its length back as its headers are sent, where it tells one. */
export function restoreLength(response: ServerResponse): void {
  onHeaders(response, function (this: ServerResponse) {
    const length = this.getHeader(toldLength);
    if (length === undefined) return;
    this.removeHeader(toldLength);
    this.setHeader('content-length', length);
  });
}
