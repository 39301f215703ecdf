import type {
  ApplicationChange,
  ApplicationRow,
  ApplicationSettings,
} from '@/lib/contract/application';
import type { CarrierAnswer } from '@/server/log/carrier-answer';

/** Which applications are asked for. */
export interface ApplicationQuery {
  /** Part of a name, three characters or more. */
  readonly name?: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** The carrier's call control applications (DOMAIN §1.6). Reads throw `CarrierReadError`. */
export interface ApplicationCarrier {
  /** One page, the newest first. */
  list(
    query: ApplicationQuery,
  ): Promise<{ readonly rows: readonly ApplicationRow[]; readonly hasMore: boolean }>;
  /** Null where there is none of this id. */
  find(id: string): Promise<ApplicationRow | null>;
  /** With what was made, where the carrier told it. */
  create(
    settings: ApplicationSettings,
  ): Promise<{ readonly answer: CarrierAnswer; readonly made: ApplicationRow | null }>;
  /** `row`: as it was, for the carrier wants some of it again (DOMAIN §1.6). */
  change(row: ApplicationRow, change: ApplicationChange): Promise<CarrierAnswer>;
  remove(id: string): Promise<CarrierAnswer>;
}
