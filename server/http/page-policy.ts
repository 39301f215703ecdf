import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The header in which a page finds its nonce; Next itself reads it out of the policy. */
export const nonceHeader = 'x-rostrum-nonce';

/** The header in which a page finds the path and query it was asked for at. */
export const pathHeader = 'x-rostrum-path';

/** What the headers of every answer depend on. */
export interface PagePolicyParts {
  readonly isDevelopment: boolean;
  readonly publicUrl: URL | null;
}

/** Sets the headers of an answer, and tells the page its nonce. */
export type SetPagePolicy = (request: IncomingMessage, response: ServerResponse) => void;

const hstsSeconds = 365 * 86_400;
// The same at every door, or it would tell whoever is not signed in what is behind one; a report is a
// page to read, which brings its own style and no script.
const apiPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * The headers that OWASP asks for, on every answer; and on pages a policy by which only scripts with this
 * request's nonce run, and what they load. The policy stands on the request too: Next takes the nonce from
 * there and puts it on every script it writes, which it can do only on pages it draws per request.
 */
export function createPagePolicy({ isDevelopment, publicUrl }: PagePolicyParts): SetPagePolicy {
  const isSecure = publicUrl?.protocol === 'https:';
  const fixed: readonly (readonly [string, string])[] = [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ...(isSecure
      ? [['strict-transport-security', `max-age=${hstsSeconds}; includeSubDomains`] as const]
      : []),
  ];
  return (request, response) => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    const path = request.url ?? '/';
    if (path.startsWith('/_next/static/')) return;
    if (path.startsWith('/api/')) {
      response.setHeader('content-security-policy', apiPolicy);
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    const policy = policyWith(nonce, isDevelopment, isSecure);
    request.headers[nonceHeader] = nonce;
    request.headers[pathHeader] = withoutMark(path);
    request.headers['content-security-policy'] = policy;
    response.setHeader('content-security-policy', policy);
  };
}

// Next marks the questions its own links ask.
function withoutMark(path: string): string {
  return path.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

function policyWith(nonce: string, isDevelopment: boolean, isSecure: boolean): string {
  return [
    "default-src 'self'",
    // React's development build evaluates text to show where errors come from.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
