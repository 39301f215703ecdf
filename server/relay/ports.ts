import type { GiveUpReason, RelayAnswer, RelayBody, RelayView } from '@/lib/contract/relay';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { RelayedHeaders } from '@/server/log/ports';

/** How the relay is set. */
export interface RelaySetting extends RelayBody {
  /** This installation among others that forward: by it a webhook that comes round again is known. */
  readonly mark: string;
}

/** A webhook that waits to be forwarded. */
export interface WaitingWebhook {
  /** Its place in the order of arrival. */
  readonly number: number;
  /** Those of one lane are sent in order. */
  readonly lane: string;
  readonly eventType: string | null;
  readonly headers: RelayedHeaders;
  /** The bytes that were signed; null where they are gone. */
  readonly body: Buffer | null;
  readonly expiresAt: Micros;
  /** How often it was tried. */
  readonly tries: number;
}

/** What became of webhooks that were tried; written in one transaction. */
export interface RelaySettlement {
  readonly forwarded: readonly number[];
  readonly again: readonly { readonly number: number; readonly dueAt: Micros }[];
  readonly givenUp: readonly { readonly number: number; readonly reason: GiveUpReason }[];
  /** The oldest first. */
  readonly answers: readonly RelayAnswer[];
}

/** Where the relay's setting, what waits and what became of it are kept. Throws `StoreError`. */
export interface RelayTable {
  /** Made, off and without an address, the first time it is asked for. */
  setting(): Promise<RelaySetting>;
  /** Sets it; another address counts anew, and off gives up what waits. */
  change(body: RelayBody, by: Actor, at: Micros): Promise<void>;
  view(): Promise<RelayView>;
  /** Those that are due and not too old, in the order in which they came. */
  next(now: Micros, limit: number): Promise<readonly WaitingWebhook[]>;
  settle(settlement: RelaySettlement): Promise<void>;
  /** Gives up those that were too old by then. */
  expire(before: Micros): Promise<void>;
}
