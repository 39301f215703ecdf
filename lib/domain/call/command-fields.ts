import type { Media } from '../conference/command-fields';
import type { CallControlId } from '../ids';

/** Whose keys are kept from the other side while two calls are connected (DOMAIN §1.5, L6). */
export const dtmfMutes = ['none', 'both', 'self', 'opposite'] as const;
/** One of them. */
export type DtmfMute = (typeof dtmfMutes)[number];

/** Which side of two connected calls hears a sound (DOMAIN §1.5, L12). */
export const targetLegs = ['self', 'opposite', 'both'] as const;
/** One of them. */
export type TargetLegs = (typeof targetLegs)[number];

/** What one who supervises a call between two hears, and who hears them (DOMAIN §1.5, L1, L11). */
export const callSupervisorRoles = ['monitor', 'whisper', 'barge'] as const;
/** One of them. */
export type CallSupervisorRole = (typeof callSupervisorRoles)[number];

interface Unbridging {
  /** Whether this call stays up, parked, when the other side hangs up; left out, it ends too. */
  readonly parkAfterUnbridge?: boolean | undefined;
  readonly muteDtmf?: DtmfMute | undefined;
}

/** Somebody else to speak to this caller (DOMAIN §1.5, L6); media is what the caller hears meanwhile. */
export interface TransferFields extends Media, Unbridging {
  /** E.164, or a SIP address. */
  readonly to: string;
  /** E.164; left out, the number that the caller called. */
  readonly from?: string | undefined;
  readonly fromDisplayName?: string | undefined;
  /** Seconds that it may ring. */
  readonly timeoutSecs: number;
  /** Seconds that the new call may last. */
  readonly timeLimitSecs: number;
  /** Pressed once the other side answers. */
  readonly digitsOnAnswer?: string | undefined;
}

/** Another call to connect with: one that is named, or the first that waits in a queue; never both. */
export interface BridgeFields extends Unbridging {
  readonly callControlId?: CallControlId | undefined;
  /** The carrier takes the first out of it even where connecting the two fails (DOMAIN §4.10). */
  readonly queue?: string | undefined;
  readonly playRingtone?: boolean | undefined;
  /** Refused rather than taken from whom either speaks to now. */
  readonly preventDoubleBridge?: boolean | undefined;
}

/** Where the caller's own telephone is to call instead (DOMAIN §1.5, L8). */
export interface ReferFields {
  readonly sipAddress: string;
}

/** A SIP INFO message (DOMAIN §1.5, L9). */
export interface SipInfoFields {
  readonly contentType: string;
  readonly body: string;
}

/** The queue to wait in (DOMAIN §1.4, Q10). */
export interface EnqueueFields {
  readonly queue: string;
  /** How many fit; only for a queue that this makes. */
  readonly maxSize?: number | undefined;
  /** Seconds after which the carrier takes the call out again; left out, never. */
  readonly maxWaitSecs?: number | undefined;
  /** Whether the place is kept when the caller hangs up. */
  readonly keepAfterHangup: boolean;
}

/** Something to play to one call (DOMAIN §1.5, L12). */
export interface PlayStartFields extends Media {
  readonly loop: number | 'infinity';
  /** Beside what is heard, and not in its place. */
  readonly overlay?: boolean | undefined;
  readonly targetLegs?: TargetLegs | undefined;
}
