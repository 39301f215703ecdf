import type { CallControlId, ConferenceId } from '../ids';
import type { Party } from '../party';
import type { Micros } from '../stamp';
import type { QueueCommand } from './command';

interface Event<Type extends string, Data extends object = Readonly<Record<string, never>>> {
  readonly type: Type;
  readonly data: Data;
}

interface OfCall {
  readonly callControlId: CallControlId;
}

/** What a read of the carrier says of a queue (DOMAIN §1.4). */
export interface QueueFacts {
  /** The carrier's own id: of no use in its addresses. */
  readonly id: string;
  readonly maxSize: number;
  /** How many calls it held, those that hung up and are kept included. */
  readonly size: number;
  /** How long those who waited then had waited on average, in seconds. */
  readonly averageWaitSecs: number;
  readonly createdAt: Micros;
}

/** Everything that can happen to a queue. */
export type QueueEvent =
  | Event<
      'call.enqueued',
      OfCall & { position: number | null; connectionId: string | null; party: Party }
    >
  | Event<'call.dequeued', OfCall & { reason: string | null; waitedSeconds: number | null }>
  | Event<'queueCall.identified', OfCall & { party: Party }>
  | Event<'queueCall.hungUp', OfCall & { cause: string | null }>
  /** A caller was let into a conference by a command of ours. */
  | Event<'queueCall.admitted', OfCall & { conferenceId: ConferenceId }>
  /** A caller is on the way here from another queue, and has waited since then. */
  | Event<'queueCall.moved', OfCall & { from: string; since: Micros }>
  /** What a read found of the queue itself, as of the event that was the newest when it began; null: none. */
  | Event<'queue.described', { asOf: number; facts: QueueFacts | null }>
  /** What a complete read of those who wait found. */
  | Event<
      'queue.listed',
      {
        asOf: number;
        /** Of those whom an open command is about: who is still listed. */
        listed: readonly CallControlId[];
        /** Who has hung up and is kept. */
        dead: readonly CallControlId[];
      }
    >
  | Event<'command.sent', { command: QueueCommand }>
  | Event<'command.accepted'>
  | Event<'command.refused', { code: string; carrierCode: string | null; detail: string }>
  | Event<'command.unknown', { detail: string }>
  /** What the carrier answered about one caller of a command. */
  | Event<
      'queueCall.answered',
      OfCall & {
        answer: 'accepted' | 'refused' | 'unknown';
        code: string | null;
        detail: string;
      }
    >;
