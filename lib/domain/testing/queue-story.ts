import type { Actor, Numbered } from '../event';
import type { CallControlId, CommandId } from '../ids';
import { unknownParty } from '../party';
import { queueAggregate } from '../queue/aggregate';
import type { QueueCommand } from '../queue/command';
import type { QueueEvent, QueueFacts } from '../queue/event';
import type { Queue } from '../queue/queue';

/** The caller's side of every call in a story about a queue. */
export const caller = { ...unknownParty, from: '+13125550142' };
const supervisor: Actor = { userId: 'sue', name: 'Sue' };

/** What the carrier says of the queue of a story. */
export const facts: QueueFacts = {
  ...{ id: 'q1', maxSize: 100, size: 1, averageWaitSecs: 12, createdAt: 1 },
};

/** A queue and what happens to it, told in order; each event has the next number. */
export class QueueStory {
  readonly told: Numbered<QueueEvent>[] = [];
  queue: Queue = queueAggregate.initial('support');

  /** The carrier says so, at this time of its clock. */
  hears(event: QueueEvent, at: number, id?: string): this {
    return this.add(event, { occurredAt: at, receivedAt: at, id, source: 'carrier' });
  }

  enqueued(callControlId: CallControlId, at: number): this {
    const data = { callControlId, position: 1, connectionId: 'app', party: caller };
    return this.hears({ type: 'call.enqueued', data }, at);
  }

  dequeued(callControlId: CallControlId, at: number, reason: string | null = 'leave'): this {
    const data = { callControlId, reason, waitedSeconds: null };
    return this.hears({ type: 'call.dequeued', data }, at);
  }

  hungUp(callControlId: CallControlId, at: number): this {
    return this.hears({ type: 'queueCall.hungUp', data: { callControlId, cause: null } }, at);
  }

  /** A command is on its way. */
  sent(commandId: string, command: QueueCommand): this {
    return this.ours(commandId, { type: 'command.sent', data: { command } });
  }

  /** Something of our own, in the course of a command; `at` is our clock. */
  ours(commandId: string, event: QueueEvent, at = 0): this {
    return this.add(event, { commandId: commandId as CommandId, receivedAt: at });
  }

  /** The carrier's answer about one caller. */
  answered(
    commandId: string,
    callControlId: CallControlId,
    answer: 'accepted' | 'refused' | 'unknown' = 'accepted',
  ): this {
    const data = { callControlId, answer, code: null, detail: '' };
    return this.ours(commandId, { type: 'queueCall.answered', data });
  }

  /** A read that began now: of the queue, and of those who wait. */
  read(
    found: {
      readonly facts?: QueueFacts | null;
      readonly listed?: readonly CallControlId[];
      readonly dead?: readonly CallControlId[];
      readonly asOf?: number;
    } = {},
    at = 0,
  ): this {
    const { listed = [], dead = [], asOf = this.told.length } = found;
    const described = found.facts === undefined ? facts : found.facts;
    const of = { source: 'reconcile', receivedAt: at } as const;
    this.add({ type: 'queue.described', data: { asOf, facts: described } }, of);
    return this.add({ type: 'queue.listed', data: { asOf, listed, dead } }, of);
  }

  phaseOf(commandId: string) {
    return this.queue.commands.find((record) => record.commandId === commandId)?.phase;
  }

  private add(
    event: QueueEvent,
    envelope: {
      readonly id?: string | undefined;
      readonly source?: 'carrier' | 'reconcile';
      readonly commandId?: CommandId;
      readonly occurredAt?: number;
      readonly receivedAt: number;
    },
  ): this {
    const seq = this.told.length + 1;
    const numbered: Numbered<QueueEvent> = {
      ...{ seq, version: 1, actor: supervisor, receivedAt: envelope.receivedAt },
      id: envelope.id ?? `e${String(seq).padStart(3, '0')}`,
      source: envelope.source ?? 'rostrum',
      commandId: envelope.commandId ?? null,
      occurredAt: envelope.occurredAt ?? null,
      ...event,
    };
    this.told.push(numbered);
    this.queue = queueAggregate.evolve(this.queue, numbered);
    return this;
  }
}
