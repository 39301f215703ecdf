import type { CallControlId } from '../ids';
import type { DialCommand } from './command';

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

/** Everything that can happen to a call before it has an address of its own. */
export type DialEvent =
  | Event<'command.sent', { command: DialCommand }>
  | Event<'command.accepted'>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>
  | Event<'command.unknown', { detail: string }>
  | Event<'dial.placed', { callControlId: CallControlId }>;
