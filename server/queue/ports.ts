import type { QueueCallAnswer, SamplesAnswer } from '@/lib/contract/http';
import type { QueueRow, QueueSample } from '@/lib/contract/rows';
import type { CallCommand } from '@/lib/domain/call/command';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { QueueCommand } from '@/lib/domain/queue/command';
import type { QueueFacts } from '@/lib/domain/queue/event';
import type { Queue } from '@/lib/domain/queue/queue';
import type { EndedWait } from '@/lib/domain/queue/wait';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { StreamView } from '@/server/log/log';
import type { CommandOrigin } from '@/server/log/ports';
import type { CommandOutcome } from '@/server/log/run-command';

/** One call as a list of the carrier's shows it in a queue (DOMAIN §1.4). */
export interface QueueCallReading {
  readonly callControlId: CallControlId;
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  readonly connectionId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** By the carrier's clock. */
  readonly enqueuedAt: Micros;
  /** False: it hung up, and is kept. */
  readonly isAlive: boolean;
  /** From 1. */
  readonly position: number;
  readonly waitedSecs: number;
}

/** A queue as the carrier describes it. */
export interface QueueReading {
  readonly name: string;
  readonly facts: QueueFacts;
}

/** What may be asked of the carrier about a queue itself, and about one who waits in it. */
export type QueueRequest =
  | { readonly type: 'create' | 'update'; readonly maxSize: number }
  | { readonly type: 'delete' }
  | { readonly type: 'keep'; readonly leg: CallControlId; readonly keepAfterHangup: boolean }
  | { readonly type: 'remove'; readonly leg: CallControlId };

/** The phone network, as far as queues need it; reads throw `CarrierReadError`. */
export interface QueueCarrier {
  run(name: string, request: QueueRequest): Promise<CarrierAnswer>;
  /** Null where the carrier has no queue of this name. */
  readQueue(name: string): Promise<QueueReading | null>;
  /** All who wait in it, to the last page; null where there is no queue. */
  readCalls(name: string): Promise<readonly QueueCallReading[] | null>;
  /** Null where it does not wait there. */
  readCall(name: string, leg: CallControlId): Promise<QueueCallReading | null>;
  /** All queues there are, to the last page. */
  list(): Promise<readonly QueueReading[]>;
}

/** Who gives a step of a command, and under which id. */
export type StepRequest = Pick<QueueCommandRequest, 'commandId' | 'actor' | 'origin'>;

/** A command that brings callers into a conference. */
export type JoinCommand = Extract<ConferenceCommand, { type: 'participants.join' }>;

/**
 * What is done with single callers is a command to their call, or to a conference: written down, told and
 * confirmed there. `…Again` asks the carrier once more under the same id, where nobody knows whether it
 * heard the first time; to the carrier the same id is the same command (DOMAIN §4.9).
 */
export interface Callers {
  /** Null for a call nobody has heard of. */
  command(
    leg: CallControlId,
    command: CallCommand,
    request: StepRequest,
  ): Promise<CommandOutcome | null>;
  commandAgain(
    leg: CallControlId,
    command: CallCommand,
    commandId: CommandId,
  ): Promise<CarrierAnswer>;
  /** Null for a conference nobody has heard of. */
  join(
    id: ConferenceId,
    command: JoinCommand,
    request: StepRequest,
  ): Promise<CommandOutcome | null>;
  joinAgain(id: ConferenceId, command: JoinCommand, commandId: CommandId): Promise<CarrierAnswer>;
}

/** How a queue stood in one stretch of time. */
export interface KeptSample extends QueueSample {
  readonly queue: string;
  readonly everySecs: number;
}

/** What is kept of queues beside their events, as long as deliveries are. */
export interface QueueHistory {
  /** Of samples for one queue and stretch of time, the most of each number is kept. */
  saveSamples(samples: readonly KeptSample[]): Promise<void>;
  /** From `from` to before `to`, oldest first; ahead of them the newest before `from`, if there is one. */
  samples(
    queue: string,
    range: { readonly from: Micros; readonly to: Micros; readonly everySecs: number },
  ): Promise<readonly QueueSample[]>;
  /** One for each stay: a later word about it takes the place of an earlier. */
  saveWaits(waits: readonly { readonly queue: string; readonly wait: EndedWait }[]): Promise<void>;
  /** Those that ended from `from` to before `to`, by the carrier's clock, oldest first. */
  waits(
    queue: string,
    range: { readonly from: Micros; readonly to: Micros },
  ): Promise<readonly EndedWait[]>;
}

/** A command to a queue as somebody gives it. */
export interface QueueCommandRequest {
  readonly commandId: CommandId;
  readonly command: QueueCommand;
  readonly actor: Actor;
  readonly origin: CommandOrigin | null;
}

/** What the routes may ask about queues. */
export interface QueueServices {
  /** All that are known: by their events, by reads, and as lobbies in use; in the order of their names. */
  list(): readonly QueueRow[];
  read(name: string): Promise<StreamView<Queue> | null>;
  /** Null for a queue that nobody has ever heard of. */
  run(name: string, request: QueueCommandRequest): Promise<CommandOutcome | null>;
  /** How it stood, thinned out to some hundreds of samples. */
  samples(name: string, range: { from: Micros; to: Micros }): Promise<SamplesAnswer>;
  /** What the carrier says now of one who waits; null where it lists nobody of that leg there. */
  ask(name: string, leg: CallControlId): Promise<QueueCallAnswer | null>;
}
