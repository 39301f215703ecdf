import type { ProblemCode } from '@/lib/contract/problem';
import { HttpProblem } from './http-problem';

const codes = {
  key: 'carrier-key',
  down: 'carrier-down',
  busy: 'carrier-busy',
  failed: 'carrier-down',
} as const satisfies Record<string, ProblemCode>;

const retryAfterSeconds = 5;

/** A read of the carrier that did not succeed, as a problem; null for any other error. */
export function carrierProblemOf(error: Error): HttpProblem | null {
  if (error.name !== 'CarrierReadError') return null;
  const { reason, message } = error as Error & { readonly reason: keyof typeof codes };
  return new HttpProblem(codes[reason], message, {}, reason === 'key' ? null : retryAfterSeconds);
}
