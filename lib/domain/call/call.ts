import type { Actor } from '../event';
import type { CallControlId, CommandId, ConferenceId, StreamName } from '../ids';
import { type Party, unknownParty } from '../party';
import { isNewer, type Micros, type Stamp, type Stamped } from '../stamp';
import type { CallCommandType } from './command';
import type { CallSupervisorRole } from './command-fields';
import type { ReferPhase } from './event';

/** One of the newest commands to a leg. */
export interface CallCommandRecord {
  readonly commandId: CommandId;
  readonly type: CallCommandType;
  readonly actor: Actor | null;
  /** `contradicted`: the carrier took it, and then told that it came to nothing. */
  readonly phase: 'sent' | 'accepted' | 'confirmed' | 'contradicted' | 'refused' | 'unknown';
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  /** The newest word of what it waits for when it was sent: only a newer one confirms it. */
  readonly before: Stamp | null;
  /** Our clock when the carrier answered, or we refused; null before. */
  readonly answeredAt: Micros | null;
}

/** That Rostrum dialled a leg: who gave the word, and whom the leg supervises. */
export interface DialledHere {
  readonly actor: Actor | null;
  readonly supervises: CallControlId | null;
  readonly role: CallSupervisorRole | null;
  /** Our clock. */
  readonly at: Micros;
}

/** A call leg as its events tell it. */
export interface Call {
  readonly id: CallControlId;
  readonly callLegId: string | null;
  readonly callSessionId: string | null;
  readonly connectionId: string | null;
  readonly party: Party;
  readonly initiated: Stamp | null;
  readonly answered: Stamp | null;
  /** When it was last connected to another call; the carrier does not name that one (DOMAIN §2.4). */
  readonly bridged: Stamp | null;
  /** The call that it was last asked to be connected to. */
  readonly paired: CallControlId | null;
  readonly dialled: DialledHere | null;
  /** Of a call that a read has shown before anybody told of it. */
  readonly found: { readonly startedAt: Micros; readonly isUp: boolean } | null;
  readonly hungUp: Stamped<{
    readonly cause: string | null;
    readonly source: string | null;
  }> | null;
  readonly joined: Stamped<ConferenceId> | null;
  readonly left: Stamped<ConferenceId> | null;
  readonly enqueued: Stamped<{ readonly queue: string }> | null;
  readonly dequeued: Stamped<{ readonly queue: string; readonly reason: string | null }> | null;
  readonly referred: Stamped<ReferPhase> | null;
  /** Whether something is played to it, and the name of the file where it has one. */
  readonly playback: Stamped<{ readonly isOn: boolean; readonly mediaName: string | null }> | null;
  readonly playbackBegan: Stamp | null;
  /** Whether a text is spoken to it. */
  readonly speak: Stamped<boolean> | null;
  /** The newest of its waits in a queue whose length the carrier told, in whole seconds. */
  readonly waited: Stamped<{ readonly queue: string; readonly seconds: number }> | null;
  /**
   * The conferences it ever joined and the queues it ever entered, in the order of their names: each
   * is told its numbers and its hang-up, whichever of them is heard of first.
   */
  readonly hearers: readonly StreamName[];
  /** The session of supervision whose supervisor it is; null for other calls. */
  readonly supervisionId: CommandId | null;
  readonly commands: readonly CallCommandRecord[];
}

/** A leg nobody has said anything about. */
export function emptyCall(id: CallControlId): Call {
  return {
    id,
    callLegId: null,
    callSessionId: null,
    connectionId: null,
    party: unknownParty,
    initiated: null,
    answered: null,
    bridged: null,
    paired: null,
    dialled: null,
    found: null,
    hungUp: null,
    joined: null,
    left: null,
    enqueued: null,
    dequeued: null,
    referred: null,
    playback: null,
    playbackBegan: null,
    speak: null,
    waited: null,
    hearers: [],
    supervisionId: null,
    commands: [],
  };
}

/** How far the leg's life has come (DOMAIN §4.1). */
export function callPhase(call: Call): 'ringing' | 'answered' | 'ended' {
  if (call.hungUp !== null) return 'ended';
  return call.answered === null && call.found?.isUp !== true ? 'ringing' : 'answered';
}

/** The conference whose log tells of the digits the leg presses: the one it joined last, even after it left. */
export function conferenceOf(call: Call): ConferenceId | null {
  return call.joined?.value ?? null;
}

/** The queue that hears of this leg: the one it entered last, while it waits there. */
export function queueOf(call: Call): string | null {
  if (call.enqueued === null || !isNewer(call.enqueued, call.dequeued)) return null;
  return call.enqueued.value.queue;
}

/** Where a call is that has not ended: since when, by the carrier's clock. */
export type CallPlace =
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'conference'; readonly conferenceId: ConferenceId; readonly since: Micros }
  | { readonly kind: 'queue'; readonly queue: string; readonly since: Micros }
  /** With another call, which only its own log can name. */
  | { readonly kind: 'bridged'; readonly since: Micros };

/** Where the newest word of it puts a call: a connection ends with a conference or a queue (DOMAIN §4.10). */
export function placeOf(call: Call): CallPlace {
  const { joined, left, enqueued, bridged } = call;
  const isBridgedLast = bridged !== null && isNewer(bridged, joined) && isNewer(bridged, enqueued);
  if (joined !== null && isNewer(joined, left) && !isBridgedLast)
    return { kind: 'conference', conferenceId: joined.value, since: joined.at };
  const queue = queueOf(call);
  if (queue !== null && enqueued !== null) return { kind: 'queue', queue, since: enqueued.at };
  return isBridgedLast ? { kind: 'bridged', since: bridged.at } : { kind: 'nowhere' };
}

/**
 * Whether two calls are connected with each other, as far as anybody knows: both were told to be
 * connected, and either a command of ours named the one to the other or they are of one session
 * (DOMAIN §1.0); the carrier names nobody.
 */
export function areBridged(a: Call, b: Call): boolean {
  if (a.id === b.id || a.hungUp !== null || b.hungUp !== null) return false;
  if (placeOf(a).kind !== 'bridged' || placeOf(b).kind !== 'bridged') return false;
  if (a.paired !== null || b.paired !== null) return a.paired === b.id && b.paired === a.id;
  return a.callSessionId !== null && a.callSessionId === b.callSessionId;
}

/** When a call began, by the carrier's clock; null where nothing tells. */
export function beganAt({ initiated, answered, found }: Call): Micros | null {
  return initiated?.at ?? found?.startedAt ?? answered?.at ?? null;
}
