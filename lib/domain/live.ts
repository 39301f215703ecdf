import type { Aggregate, PendingCommand } from './aggregate';
import type { DomainEvent, Numbered } from './event';

/** A state and the number of the last event in it. */
export interface Snapshot<S> {
  readonly seq: number;
  readonly state: S;
}

/** What a browser holds of one stream: what is confirmed, what came early, and what it has asked for. */
export interface Live<S, E extends DomainEvent, C> {
  readonly confirmed: Snapshot<S> | null;
  /** Events heard before those that precede them, by number; at most `earlyLimit`. */
  readonly early: readonly Numbered<E>[];
  readonly pending: readonly PendingCommand<C>[];
}

/** How many early events are kept before the browser relies on asking for the missing part. */
export const earlyLimit = 500;

/** A stream nobody has told anything about yet. */
export function notYetLive<S, E extends DomainEvent, C>(): Live<S, E, C> {
  return { confirmed: null, early: [], pending: [] };
}

/** Takes in a snapshot; one that is older than what is held changes nothing. */
export function withSnapshot<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  live: Live<S, E, C>,
  snapshot: Snapshot<S>,
): Live<S, E, C> {
  if (live.confirmed !== null && live.confirmed.seq >= snapshot.seq) return live;
  return caughtUp(aggregate, { ...live, confirmed: snapshot });
}

/** Takes in events in whatever order and however often they come. */
export function withEvents<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  live: Live<S, E, C>,
  events: readonly Numbered<E>[],
): Live<S, E, C> {
  const seq = live.confirmed?.seq ?? 0;
  const known = new Set(live.early.map((event) => event.seq));
  const fresh = events.filter((event) => event.seq > seq && !known.has(event.seq));
  if (fresh.length === 0) return live;
  const early = [...live.early, ...fresh].sort((a, b) => a.seq - b.seq).slice(0, earlyLimit);
  return caughtUp(aggregate, { ...live, early });
}

/** Whether something is missing: no snapshot yet, or a hole before an event that came early. */
export function isBehind(live: Live<unknown, DomainEvent, unknown>): boolean {
  return live.confirmed === null || live.early.length > 0;
}

/** Notes a command the person has just given. */
export function withPending<S, E extends DomainEvent, C>(
  live: Live<S, E, C>,
  pending: PendingCommand<C>,
): Live<S, E, C> {
  return { ...live, pending: [...live.pending, pending] };
}

/** Forgets a pending command: it was answered, or never left. */
export function withoutPending<S, E extends DomainEvent, C>(
  live: Live<S, E, C>,
  commandId: string,
): Live<S, E, C> {
  const pending = live.pending.filter((p) => p.commandId !== commandId);
  return pending.length === live.pending.length ? live : { ...live, pending };
}

/** What to draw: what is confirmed, with the pending commands on top; null before the first word. */
export function foreseen<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  live: Live<S, E, C>,
): S | null {
  if (live.confirmed === null) return null;
  return live.pending.reduce((state, p) => aggregate.foresee(state, p), live.confirmed.state);
}

function caughtUp<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  live: Live<S, E, C>,
): Live<S, E, C> {
  if (live.confirmed === null) return live;
  let { seq, state } = live.confirmed;
  let taken = 0;
  const heard = new Set<string>();
  for (const event of live.early) {
    if (event.seq > seq + 1) break;
    taken += 1;
    if (event.seq <= seq) continue;
    state = aggregate.evolve(state, event);
    seq = event.seq;
    if (event.commandId !== null) heard.add(event.commandId);
  }
  if (taken === 0) return live;
  const pending = live.pending.filter((p) => !heard.has(p.commandId));
  return {
    confirmed: { seq, state },
    early: live.early.slice(taken),
    pending: pending.length === live.pending.length ? live.pending : pending,
  };
}
