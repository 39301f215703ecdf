import { z } from 'zod';
import type { Actor } from '@/lib/domain/event';
import type { Micros } from '@/lib/domain/stamp';
import type { AddressRefusal } from './outbound';

const longestAddress = 2_000;

/** The header by which a webhook tells who forwarded it; the carrier never sends it. */
export const passedByHeader = 'rostrum-relay';

/** The body of `PUT /api/relay`: where to forward every signed webhook, and whether to. */
export const relayBodySchema = z
  .strictObject({
    address: z
      .string()
      .trim()
      .max(longestAddress, `An address has ${longestAddress} characters at most`),
    isOn: z.boolean(),
  })
  .refine(({ address, isOn }) => !isOn || address !== '', {
    path: ['address'],
    message: 'Say where to forward webhooks to, or leave forwarding off',
  });
/** What a person decides about the relay. */
export type RelayBody = z.infer<typeof relayBodySchema>;

/**
 * Why a webhook was not forwarded: it became 240 s old; the application refused it for good (4xx, as the
 * carrier takes it: DOMAIN §3.4); forwarding was turned off while it waited.
 */
export const giveUpReasons = ['too-old', 'refused', 'turned-off'] as const;
/** One reason. */
export type GiveUpReason = (typeof giveUpReasons)[number];

/** What the other application answered to one webhook, or why it could not. */
export interface RelayAnswer {
  /** Our clock when it was sent. */
  readonly at: Micros;
  readonly eventType: string | null;
  readonly outcome: 'forwarded' | 'again' | 'given-up';
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Why there was no answer. */
  readonly trouble: 'time-out' | 'connection' | AddressRefusal | null;
  /** How long it took. */
  readonly ms: number;
}

/** The relay as it is set, and how far it has come since its address was set. */
export interface RelayView extends RelayBody {
  readonly updatedAt: Micros | null;
  readonly updatedBy: Actor | null;
  /** From when it counts; null while it was never set. */
  readonly since: Micros | null;
  readonly forwarded: number;
  readonly waiting: number;
  /** When the webhook that waits longest arrived; null while none waits. */
  readonly oldestAt: Micros | null;
  readonly givenUp: Readonly<Record<GiveUpReason, number>>;
  /** The last twenty, the newest first. */
  readonly answers: readonly RelayAnswer[];
}
