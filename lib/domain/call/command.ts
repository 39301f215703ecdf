import type { Permission } from '../permission';

interface Command<Type extends string, Fields extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly fields: Fields;
}

/** Everything that can be asked of one call leg. */
export type CallCommand =
  | Command<'call.answer'>
  | Command<'call.reject', { readonly cause: 'CALL_REJECTED' | 'USER_BUSY' }>
  | Command<'call.hangUp'>;

/** The name of one thing that can be asked of a call leg. */
export type CallCommandType = CallCommand['type'];

/** What each command needs; the carrier tells the outcome of all of them by webhook (DOMAIN §4.11). */
export const callCommands: Record<
  CallCommandType,
  { readonly permission: Permission; readonly evidence: 'webhook' }
> = {
  'call.answer': { permission: 'call.control', evidence: 'webhook' },
  'call.reject': { permission: 'call.control', evidence: 'webhook' },
  'call.hangUp': { permission: 'call.control', evidence: 'webhook' },
};
