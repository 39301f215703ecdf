import type { AddressRefusal } from '@/lib/contract/outbound';
import { AddressRefusedError } from './address-refused-error';

/** Why there was no answer. */
export type OutboundFailure =
  | { readonly kind: 'refused'; readonly refusal: AddressRefusal }
  | {
      readonly kind: 'unreachable';
      readonly reason: 'time-out' | 'connection';
      /** The system's code, as ECONNREFUSED, or what else is known. */
      readonly detail: string;
    };

/** What an error of a request, or of the body of its answer, means. */
export function failureOf(error: Error): OutboundFailure {
  if (error instanceof AddressRefusedError) return { kind: 'refused', refusal: error.refusal };
  const isLate = error.name === 'TimeoutError' || error.cause instanceof DOMException;
  const detail = (error as NodeJS.ErrnoException).code ?? error.message;
  return isLate
    ? { kind: 'unreachable', reason: 'time-out', detail: 'no answer in time' }
    : { kind: 'unreachable', reason: 'connection', detail };
}
