import type { CommandId } from './ids';
import type { Micros } from './stamp';

/** A person who acts: whoever is signed in, or the local Operator. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
}

/** Where an event comes from: the carrier's webhook, our command, a read-back, or our own note. */
export type EventSource = 'carrier' | 'command' | 'reconcile' | 'rostrum';

/** What happened, before it has a number. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** What stands on every event of every stream, whatever happened. */
export interface Envelope {
  /** 1, 2, 3 … within its stream, without holes. */
  readonly seq: number;
  /** The carrier's event id where there is one, else ours. */
  readonly id: string;
  /** The version of the body's shape. */
  readonly version: number;
  readonly source: EventSource;
  readonly actor: Actor | null;
  readonly commandId: CommandId | null;
  /** The carrier's clock; null on events of our own making. */
  readonly occurredAt: Micros | null;
  /** Our clock, when we stored it. */
  readonly receivedAt: Micros;
}

/** An event that has its number in its stream. */
export type Numbered<E extends DomainEvent> = Envelope & E;

/** When a person would say it happened: the carrier's time where there is one, else ours. */
export function timeOf(event: Envelope): Micros {
  return event.occurredAt ?? event.receivedAt;
}
