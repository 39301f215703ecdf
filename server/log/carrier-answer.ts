/** What became of one command at the carrier. */
export type CarrierAnswer =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'refused';
      /** Why, in our words: a stable code for programs. */
      readonly code: 'carrier-refused' | 'carrier-key' | 'carrier-busy' | 'carrier-down';
      /** The carrier's own code (DOMAIN §5.2), where it gave one. */
      readonly carrierCode: string | null;
      /** The carrier's sentence, or ours. */
      readonly detail: string;
    }
  /** A time-out or a 5xx: it may have been done, and only a read can tell. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** A read of the carrier that did not succeed: nothing was learnt. */
export class CarrierReadError extends Error {
  /** `key`: the carrier does not take our key. `down`: no answer. `busy`: too many requests. */
  readonly reason: 'key' | 'down' | 'busy' | 'failed';

  constructor(reason: CarrierReadError['reason'], message: string) {
    super(message);
    this.name = 'CarrierReadError';
    this.reason = reason;
  }
}
