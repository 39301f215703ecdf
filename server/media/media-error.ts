import type { ProblemCode } from '@/lib/contract/problem';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** Why the library did not do what it was asked, in words that say what to do. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
  readonly code: ProblemCode;
  /** The carrier's own code, where it is the carrier that refused (DOMAIN §5.2). */
  readonly carrierCode: string | null;

  constructor(code: ProblemCode, message: string, carrierCode: string | null = null) {
    super(message);
    this.code = code;
    this.carrierCode = carrierCode;
  }
}

/** Throws unless the carrier did it. */
export function checkDone(answer: CarrierAnswer): void {
  if (answer.kind === 'refused')
    throw new MediaError(answer.code, answer.detail, answer.carrierCode);
  if (answer.kind === 'unknown') throw new MediaError('outcome-unknown', answer.detail);
}
