import type { Permission } from '../permission';
import type {
  BridgeFields,
  CallSupervisorRole,
  EnqueueFields,
  PlayStartFields,
  ReferFields,
  SipInfoFields,
  TransferFields,
} from './command-fields';

interface Command<Type extends string, Fields extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly fields: Fields;
}

/** Everything that can be asked of one call leg. */
export type CallCommand =
  | Command<'call.answer'>
  | Command<'call.reject', { readonly cause: 'CALL_REJECTED' | 'USER_BUSY' }>
  | Command<'call.hangUp'>
  | Command<'call.transfer', TransferFields>
  | Command<'call.bridge', BridgeFields>
  | Command<'call.refer', ReferFields>
  | Command<'call.sendSipInfo', SipInfoFields>
  | Command<'call.enqueue', EnqueueFields>
  | Command<'call.leaveQueue'>
  | Command<'call.playStart', PlayStartFields>
  | Command<'call.playStop'>
  | Command<'call.switchSupervisorRole', { readonly role: CallSupervisorRole }>;

/** The name of one thing that can be asked of a call leg. */
export type CallCommandType = CallCommand['type'];

/** How a command is shown to have happened: by a webhook, or not at all, so that acceptance is final. */
export type CallEvidence = 'webhook' | 'none';

/** What each command needs, and how the carrier tells its outcome (DOMAIN §1.5, §4.11). */
export const callCommands: Record<
  CallCommandType,
  { readonly permission: Permission; readonly evidence: CallEvidence }
> = {
  'call.answer': { permission: 'call.control', evidence: 'webhook' },
  'call.reject': { permission: 'call.control', evidence: 'webhook' },
  'call.hangUp': { permission: 'call.control', evidence: 'webhook' },
  'call.transfer': { permission: 'call.control', evidence: 'webhook' },
  'call.bridge': { permission: 'call.control', evidence: 'webhook' },
  'call.refer': { permission: 'call.control', evidence: 'webhook' },
  'call.sendSipInfo': { permission: 'call.control', evidence: 'none' },
  'call.enqueue': { permission: 'call.control', evidence: 'webhook' },
  'call.leaveQueue': { permission: 'queue.manage', evidence: 'webhook' },
  'call.playStart': { permission: 'call.control', evidence: 'webhook' },
  'call.playStop': { permission: 'call.control', evidence: 'webhook' },
  'call.switchSupervisorRole': { permission: 'conference.supervise', evidence: 'none' },
};

/** Why a command to a leg is not sent. */
export type CallRefusalCode = 'call-ended' | 'same-call';
