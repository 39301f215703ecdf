import type { IncomingMessage, ServerResponse } from 'node:http';
import { readTrustedProxies, setOwnHeaders } from './own-headers';
import { createPagePolicy, type PagePolicyParts } from './page-policy';
import { setRequestId } from './request-id';
import { restoreLength } from './told-length';

/** What happens to every request before anybody reads it. */
export interface Edge {
  readonly request: (request: IncomingMessage, response: ServerResponse) => void;
  /** A socket is asked for: nothing is answered, so only the headers are set right. */
  readonly upgrade: (request: IncomingMessage) => void;
}

/** Makes the edge: our own headers and nobody else's, an id, and what OWASP asks for on the answer. */
export function createEdge(parts: PagePolicyParts & { readonly trustProxy: string }): Edge {
  const trusted = readTrustedProxies(parts.trustProxy);
  const setPagePolicy = createPagePolicy(parts);
  return {
    request: (request, response) => {
      setOwnHeaders(request, trusted);
      setRequestId(request, response);
      setPagePolicy(request, response);
      restoreLength(response);
    },
    upgrade: (request) => {
      setOwnHeaders(request, trusted);
    },
  };
}
