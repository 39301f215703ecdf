import type { AddressRefusal } from '@/lib/contract/outbound';

/** Nothing is posted to an address that a person configured, and why. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
  readonly refusal: AddressRefusal;

  constructor(refusal: AddressRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
