import type { CallControlId, ConferenceId } from '../ids';
import type { CreationCommand } from './command';

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

/** Everything that can happen while a conference is being made. */
export type CreationEvent =
  | Event<'command.sent', { command: CreationCommand }>
  | Event<'command.accepted'>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>
  | Event<'command.unknown', { detail: string }>
  | Event<'creation.dialled', { callControlId: CallControlId }>
  | Event<'creation.answered'>
  | Event<'creation.created', { conferenceId: ConferenceId }>
  | Event<'creation.failed', { reason: string }>;
