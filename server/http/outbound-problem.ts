import type { AddressRefusal } from '@/lib/contract/outbound';
import { refusals } from '@/lib/i18n/messages/en/refusals';
import { HttpProblem } from './http-problem';

/**
 * An address that is not posted to, as a problem with the sentence for its form; null for any other error.
 * Route bundles hold their own copy of a class: its name is what they share.
 */
export function outboundProblemOf(error: Error): HttpProblem | null {
  if (error.name !== 'AddressRefusedError') return null;
  const { refusal } = error as Error & { readonly refusal: AddressRefusal };
  return new HttpProblem(refusal, refusals[refusal]);
}
