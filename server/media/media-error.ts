import type { ProblemCode } from '@/lib/contract/problem';
import { type CarrierAnswer, CarrierReadError } from '@/server/log/carrier-answer';

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

const readCodes = {
  key: 'carrier-key',
  down: 'carrier-down',
  busy: 'carrier-busy',
  failed: 'carrier-down',
} as const satisfies Record<CarrierReadError['reason'], ProblemCode>;

/** What went wrong with a read of the carrier; another error as it is. */
export function mediaErrorOf(error: unknown): unknown {
  if (!(error instanceof CarrierReadError)) return error;
  return new MediaError(readCodes[error.reason], error.message);
}

/** Throws unless the carrier did it. */
export function checkDone(answer: CarrierAnswer): void {
  if (answer.kind === 'refused')
    throw new MediaError(answer.code, answer.detail, answer.carrierCode);
  if (answer.kind === 'unknown') throw new MediaError('outcome-unknown', answer.detail);
}
