import type { ProblemCode } from '@/lib/contract/problem';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** Why an application was not made, changed or deleted, in words that say what to do. */
export class ApplicationError extends Error {
  override readonly name = 'ApplicationError';
  readonly code: ProblemCode;
  /** The carrier's own code, where it is the carrier that refused (DOMAIN §5.2). */
  readonly carrierCode: string | null;

  constructor(code: ProblemCode, message: string, carrierCode: string | null = null) {
    super(message);
    this.code = code;
    this.carrierCode = carrierCode;
  }
}

/** Throws where the carrier said no; whether it said yes, or nothing. */
export function wasAccepted(answer: CarrierAnswer): boolean {
  if (answer.kind === 'refused')
    throw new ApplicationError(answer.code, answer.detail, answer.carrierCode);
  return answer.kind === 'accepted';
}
