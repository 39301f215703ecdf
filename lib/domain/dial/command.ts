import type { CallSupervisorRole } from '../call/command-fields';
import type { DialOptions } from '../conference/command-fields';
import type { CallControlId } from '../ids';
import type { Permission } from '../permission';

/** Whom to call and how, and whom to supervise by it (DOMAIN §1.5, L1). */
export interface DialFields extends DialOptions {
  /** E.164, or a SIP address. */
  readonly to: string;
  /** A call between two that whoever answers is to supervise. */
  readonly superviseCallControlId?: CallControlId | undefined;
  /** Only with a call to supervise; left out, the carrier takes `barge`. */
  readonly supervisorRole?: CallSupervisorRole | undefined;
}

/** Asks the carrier to call somebody. */
export interface DialCommand {
  readonly type: 'call.dial';
  readonly fields: DialFields;
}

/** What is asked of the carrier where somebody is called. */
export interface DialRequest extends DialFields {
  /** The application that the call is to belong to. */
  readonly connectionId: string;
}

/** What dialling needs: supervising somebody by it needs more. */
export const dialNeeds = {
  dial: 'call.control',
  supervise: 'conference.supervise',
} as const satisfies Record<string, Permission>;
