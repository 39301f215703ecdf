import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Makes ids in the forms the carrier uses (DOMAIN §9). Never from a seed: an id must not come back. */
export interface Ids {
  /** Version 4, for conferences, participants, queues, recordings and events. */
  uuid(): string;
  /** Version 1 in form, for call legs and sessions. */
  legUuid(nowMs: number): string;
  /** `v3:` and 56 characters of base64url. */
  callControlId(): string;
  /** So many decimal digits, the first not 0: for applications. */
  digits(count: number): string;
}

const NODE_ID = '02420aef981f';

/** Ids from the system's randomness. */
export function createIds(): Ids {
  return {
    uuid: () => randomUUID(),
    legUuid(nowMs) {
      const random = randomBytes(6).toString('hex');
      const low = Math.floor(nowMs % 2 ** 32)
        .toString(16)
        .padStart(8, '0');
      return `${low}-${random.slice(0, 4)}-11f1-8${random.slice(4, 7)}-${NODE_ID}`;
    },
    digits: (count) =>
      Array.from({ length: count }, (_, at) => String(randomInt(at === 0 ? 1 : 0, 10))).join(''),
    callControlId: () => `v3:${randomBytes(42).toString('base64url')}`,
  };
}
