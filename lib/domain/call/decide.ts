import type { Call } from './call';
import type { CallCommand } from './command';

/** Whether a command may go to the carrier; all but those to a leg that has ended. */
export type CallDecision =
  | { readonly ok: true; readonly command: CallCommand }
  | { readonly ok: false; readonly code: 'call-ended' };

/** Judges a command to one leg by what is known of it. */
export function decide(call: Call, command: CallCommand): CallDecision {
  return call.hungUp === null ? { ok: true, command } : { ok: false, code: 'call-ended' };
}
