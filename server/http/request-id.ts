import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressHeader } from '@/server/auth/address-header';

/** The header in which every answer says the request's id. */
export const requestIdHeader = 'x-request-id';
const ownHeader = 'x-rostrum-request-id';

/** Gives a request its id, on its answer and for whoever handles it. */
export function setRequestId(request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  request.headers[ownHeader] = id;
  response.setHeader(requestIdHeader, id);
}

/** The id our server gave the request; a new one where no server of ours stands in front. */
export function requestIdOf(request: Request): string {
  return request.headers.get(ownHeader) ?? randomUUID();
}

/** Where a request came from, as activity keeps it. */
export function askedFrom(request: Request): { address: string | null; requestId: string } {
  return { address: request.headers.get(addressHeader), requestId: requestIdOf(request) };
}
