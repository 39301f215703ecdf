import type { Actor } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';
import { emptyKeyed, type Keyed, valuesOf } from '../keyed';
import { type Party, unknownParty } from '../party';
import { isNewer, type Micros, type Stamp, type Stamped } from '../stamp';
import type { QueueCommandType } from './command';
import type { QueueFacts } from './event';

/** How far a command to a queue has come (ARCHITECTURE §4). */
export type QueueCommandPhase =
  'sent' | 'accepted' | 'confirmed' | 'contradicted' | 'superseded' | 'refused' | 'unknown';

/** How a stay ended: the carrier's reason, and its count of whole seconds where it gave one. */
export type Exit = Stamped<{
  readonly reason: string | null;
  readonly waitedSeconds: number | null;
}>;

/** What our newest command that reached the carrier asked of one fact, and what reads made of it. */
export interface QueueAsked<V> {
  readonly value: V;
  readonly commandId: CommandId;
  readonly actor: Actor | null;
  readonly phase: 'accepted' | 'unknown' | 'confirmed' | 'contradicted' | 'refused';
  /** The number of the event since when a read may judge it. */
  readonly sinceSeq: number;
  /** Reads begun after it that disagreed. */
  readonly doubts: number;
}

/** A word of ours about the stay that began then. */
export interface OfStay<V> {
  readonly enteredAt: Micros;
  readonly value: V;
}

/** A call that waits in the queue, or did. */
export interface QueueCall {
  readonly callControlId: CallControlId;
  readonly connectionId: string | null;
  readonly party: Party;
  /** When it came in, the newest first: one for each stay, at most `keptStays`. */
  readonly entries: readonly Stamp[];
  /** When and how it went, the newest first, at most `keptStays`; `staysOf` tells which ends which. */
  readonly exits: readonly Exit[];
  readonly hungUp: Stamp | null;
  /** Whether a read found it hung up though kept: then nobody is on the line. */
  readonly isSeenDead: boolean;
  /** That it is taken out of the queue, of the stay it was asked for. */
  readonly removal: OfStay<QueueAsked<true>> | null;
  /** What we asked about keeping it after a hang-up; the carrier never tells (DOMAIN §1.4). */
  readonly keep: OfStay<QueueAsked<boolean>> | null;
  /** The conference that we let it into, of the stay that ended so. */
  readonly admitted: OfStay<ConferenceId> | null;
  /** The queue it was moved here from, and since when it has waited in all. */
  readonly moved: { readonly from: string; readonly since: Micros } | null;
}

/** What became of one caller of a command. */
export interface CallerOutcome {
  readonly callControlId: CallControlId;
  /** The stay it was asked for. */
  readonly enteredAt: Micros | null;
  /** `sent`: its turn has not come, or the carrier has not answered. */
  readonly phase: Exclude<QueueCommandPhase, 'superseded'>;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  /** The number and our time of its answer, since when a read may judge it; null until there is one. */
  readonly answered: { readonly seq: number; readonly at: Micros } | null;
  /** Reads begun after it that found the caller waiting as before. */
  readonly doubts: number;
}

/** One of the newest commands to a queue. */
export interface QueueCommandRecord {
  readonly commandId: CommandId;
  readonly type: QueueCommandType;
  readonly actor: Actor | null;
  readonly phase: QueueCommandPhase;
  /** In the order in which they are taken; none where it is about the queue itself. */
  readonly callers: readonly CallerOutcome[];
  /** How long after an answer a read may find the caller where they were: while a phone rings. */
  readonly patience: Micros;
  /** The size it asks for, and whether callers are to be kept; null where it asks for none. */
  readonly maxSize: number | null;
  readonly keepAfterHangup: boolean | null;
  /** Of one that connects the next: whether somebody has been heard to be connected since. */
  readonly isBridged: boolean;
  /** The number of the answer to it as a whole, and the reads begun after it that saw nothing of it. */
  readonly answeredSeq: number | null;
  readonly doubts: number;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
}

/** A queue as its events tell it; the carrier addresses it by name (DOMAIN §6.8). */
export interface Queue {
  readonly name: string;
  readonly calls: Keyed<QueueCall>;
  /** Who is no longer waiting, who went first first; at most `keptLeft`. */
  readonly left: readonly (Stamp & { readonly callControlId: CallControlId })[];
  /** The carrier's word on the queue, as of the newest read; null before one, and where it has none. */
  readonly facts: QueueFacts | null;
  /** Our clock at that read. */
  readonly readAt: Micros | null;
  /** Whether reads found that the carrier has no such queue: deleted, or swept away (DOMAIN §4.10). */
  readonly isGone: boolean;
  readonly asked: {
    readonly maxSize: QueueAsked<number> | null;
    /** Whether there is to be one: made, or deleted. */
    readonly exists: QueueAsked<boolean> | null;
  };
  readonly commands: readonly QueueCommandRecord[];
}

/** How many stays of one call are kept. */
export const keptStays = 4;
/** How many callers are kept who wait no longer: a straggling fact about one finds its stay. */
export const keptLeft = 200;

/** A queue nobody has said anything about. */
export function emptyQueue(name: string): Queue {
  return {
    name,
    calls: emptyKeyed(),
    left: [],
    facts: null,
    readAt: null,
    isGone: false,
    asked: { maxSize: null, exists: null },
    commands: [],
  };
}

/** A call nobody has said anything about. */
export function newQueueCall(callControlId: CallControlId): QueueCall {
  return {
    callControlId,
    connectionId: null,
    party: unknownParty,
    entries: [],
    exits: [],
    hungUp: null,
    isSeenDead: false,
    removal: null,
    keep: null,
    admitted: null,
    moved: null,
  };
}

/** One stay of a call: when it began, and how it ended; null while it has not. */
export interface Stay {
  readonly entry: Stamp;
  readonly exit: Exit | null;
}

/**
 * The stays of a call, the newest first. Entries with no exit between them are one, told by a webhook
 * and by a read; of two exits the later stands, for a repair's comes before the true one.
 */
export function staysOf({ entries, exits }: QueueCall): readonly Stay[] {
  const stays: Stay[] = [];
  let next: Stamp | null = null;
  for (const entry of entries) {
    const exit =
      exits.find((e) => isNewer(e, entry) && (next === null || isNewer(next, e))) ?? null;
    const later = stays.at(-1);
    if (exit === null && later !== undefined) stays[stays.length - 1] = { ...later, entry };
    else stays.push({ entry, exit });
    next = entry;
  }
  return stays;
}

/** When the newest stay began; null for a call whose entry was never heard of. */
export function enteredAt(call: QueueCall): Micros | null {
  return staysOf(call)[0]?.entry.at ?? null;
}

/**
 * Since when it has waited: its entry, or that into the queue it was moved from. Null for a call whose
 * entry was never heard of.
 */
export function waitingSince(call: QueueCall): Micros | null {
  const stays = staysOf(call);
  const [newest] = stays;
  return newest === undefined ? null : beganWaiting(call.moved, stays, newest);
}

/** Since when a call has waited in a stay: a move goes on with the first stay after it. */
export function beganWaiting(
  moved: QueueCall['moved'],
  stays: readonly Stay[],
  { entry }: Stay,
): Micros {
  if (moved === null || entry.at <= moved.since) return entry.at;
  const isFirst = !stays.some(({ entry: { at } }) => at > moved.since && at < entry.at);
  return isFirst ? moved.since : entry.at;
}

/** Whether it waits: only a dequeue, an accepted removal or a repair takes a call out. */
export function isWaiting(call: QueueCall): boolean {
  const [entry] = call.entries;
  if (entry === undefined || !isNewer(entry, call.exits[0] ?? null)) return false;
  return !isRemoved(call);
}

/** Whether somebody is on the line: a call that hung up may be kept in the queue (DOMAIN §4.10). */
export function isAlive(call: QueueCall): boolean {
  return call.hungUp === null && !call.isSeenDead;
}

function isRemoved(call: QueueCall): boolean {
  const { removal } = call;
  if (removal === null) return false;
  const { phase } = removal.value;
  const isOpen = phase === 'accepted' || phase === 'confirmed';
  return isOpen && removal.enteredAt === enteredAt(call);
}

/** The calls that wait, the longest first; they are sorted, so it is for drawing and not for counting. */
export function waitingIn(queue: Queue): QueueCall[] {
  return valuesOf(queue.calls).filter(isWaiting).sort(byEntry);
}

function byEntry({ entries: [a] }: QueueCall, { entries: [b] }: QueueCall): number {
  return a !== undefined && b !== undefined && isNewer(a, b) ? 1 : -1;
}
