import type { Call } from './call';
import type { CallCommand, CallRefusalCode } from './command';

/** Whether a command may go to the carrier; or why not. */
export type CallDecision =
  | { readonly ok: true; readonly command: CallCommand }
  | { readonly ok: false; readonly code: CallRefusalCode };

/** Judges a command to one leg by what is known of it. What may be believed wrongly is let through. */
export function decide(call: Call, command: CallCommand): CallDecision {
  if (call.hungUp !== null) return { ok: false, code: 'call-ended' };
  if (command.type === 'call.bridge' && command.fields.callControlId === call.id)
    return { ok: false, code: 'same-call' };
  return { ok: true, command };
}
