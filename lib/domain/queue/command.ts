import type { Entrance, Legs } from '../conference/command-fields';
import type { CallControlId, ConferenceId } from '../ids';
import type { Permission } from '../permission';

interface Command<Type extends string, Fields extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly fields: Fields;
}

/** How many calls a queue is to hold at most (DOMAIN §1.4, Q2 and Q4). */
export interface MaxSize {
  readonly maxSize: number;
}

/** Callers to send on to a number or address (DOMAIN §1.5, L6). */
export interface TransferFields extends Legs {
  /** E.164, or a SIP address. */
  readonly to: string;
  /** The number they are called from; left out: the one the caller had called. */
  readonly from?: string | undefined;
  readonly fromDisplayName?: string | undefined;
  /** How long it rings, in seconds. */
  readonly timeoutSecs: number;
}

/** Callers to put at the end of another queue (DOMAIN §1.4, Q10). */
export interface MoveFields extends Legs {
  readonly queue: string;
  readonly keepAfterHangup: boolean;
  /** How long they wait there at most, in seconds; left out: as long as it takes. */
  readonly maxWaitSecs?: number | undefined;
}

/** Everything that can be asked of a queue and of those who wait in it. */
export type QueueCommand =
  | Command<'queue.create', MaxSize>
  | Command<'queue.update', MaxSize>
  | Command<'queue.delete'>
  /** Connects the first who waits with a call that is up (DOMAIN §4.10). */
  | Command<'queue.bridgeNext', { readonly callControlId: CallControlId }>
  | Command<'queueCalls.admit', Legs & Entrance & { readonly conferenceId: ConferenceId }>
  | Command<'queueCalls.transfer', TransferFields>
  | Command<'queueCalls.bridge', Legs & { readonly callControlId: CallControlId }>
  | Command<'queueCalls.move', MoveFields>
  | Command<'queueCalls.setKeepAfterHangup', Legs & { readonly keepAfterHangup: boolean }>
  | Command<'queueCalls.remove', Legs>
  | Command<'queueCalls.hangUp', Legs>;

/** The name of one thing that can be asked of a queue. */
export type QueueCommandType = QueueCommand['type'];
/** A command about callers, who are named and taken one after the other. */
export type CallersCommand = Extract<QueueCommand, { fields: Legs }>;
/** A command about the queue itself. */
export type WholeQueueCommand = Exclude<QueueCommand, CallersCommand>;

/** Why a command to a queue is not carried out, in words of our own. */
export type QueueRefusalCode =
  | 'queue-exists'
  | 'queue-gone'
  | 'queue-not-empty'
  | 'queue-empty'
  | 'same-queue'
  | 'nobody-selected'
  | 'not-in-queue'
  | 'caller-hung-up';

/**
 * What each command needs, and how it is shown to have happened: by a read of the queue, by what the
 * carrier tells, or never, so that its acceptance is final (DOMAIN §4.7, §4.10).
 */
export const queueCommands: Record<
  QueueCommandType,
  { readonly permission: Permission; readonly evidence: 'read' | 'webhook' | 'none' }
> = {
  'queue.create': { permission: 'queue.manage', evidence: 'read' },
  'queue.update': { permission: 'queue.manage', evidence: 'read' },
  'queue.delete': { permission: 'queue.manage', evidence: 'read' },
  'queue.bridgeNext': { permission: 'queue.admit', evidence: 'webhook' },
  'queueCalls.admit': { permission: 'queue.admit', evidence: 'webhook' },
  'queueCalls.transfer': { permission: 'call.control', evidence: 'webhook' },
  'queueCalls.bridge': { permission: 'queue.admit', evidence: 'webhook' },
  'queueCalls.move': { permission: 'queue.manage', evidence: 'webhook' },
  'queueCalls.setKeepAfterHangup': { permission: 'queue.manage', evidence: 'none' },
  'queueCalls.remove': { permission: 'queue.manage', evidence: 'read' },
  'queueCalls.hangUp': { permission: 'call.control', evidence: 'webhook' },
};

/** Whether a command is about callers who are named. */
export function isAboutCallers(command: QueueCommand): command is CallersCommand {
  return 'legs' in command.fields;
}
