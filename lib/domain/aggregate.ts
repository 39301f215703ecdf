import type { Actor, DomainEvent, Numbered } from './event';
import type { CommandId } from './ids';

/** A command a person has just given and nobody has answered for yet. */
export interface PendingCommand<C> {
  readonly commandId: CommandId;
  readonly command: C;
  readonly actor: Actor | null;
}

/** How one kind of thing begins, changes with what happens, and looks while a command is under way. */
export interface Aggregate<S, E extends DomainEvent, C> {
  /** The shape of the state; a snapshot of another version is folded anew from its events. */
  readonly version: number;
  readonly initial: (key: string) => S;
  /** Pure and total; the same reference when the event changes nothing. */
  readonly evolve: (state: S, event: Numbered<E>) => S;
  /** The state with a command drawn on top that has not been answered. */
  readonly foresee: (state: S, pending: PendingCommand<C>) => S;
}
