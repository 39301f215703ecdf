import type { Actor } from '../event';
import type { CallControlId, CommandId, ConferenceId, StreamName } from '../ids';
import { type Party, unknownParty } from '../party';
import { isNewer, type Stamp, type Stamped } from '../stamp';
import type { CallCommandType } from './command';

/** One of the newest commands to a leg. */
export interface CallCommandRecord {
  readonly commandId: CommandId;
  readonly type: CallCommandType;
  readonly actor: Actor | null;
  readonly phase: 'sent' | 'accepted' | 'confirmed' | 'refused' | 'unknown';
  readonly refusal: { readonly code: string; readonly detail: string } | null;
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
  readonly bridged: Stamp | null;
  readonly hungUp: Stamped<{
    readonly cause: string | null;
    readonly source: string | null;
  }> | null;
  readonly joined: Stamped<ConferenceId> | null;
  readonly left: Stamped<ConferenceId> | null;
  readonly enqueued: Stamped<{ readonly queue: string }> | null;
  readonly dequeued: Stamped<{ readonly queue: string; readonly reason: string | null }> | null;
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
    hungUp: null,
    joined: null,
    left: null,
    enqueued: null,
    dequeued: null,
    waited: null,
    hearers: [],
    supervisionId: null,
    commands: [],
  };
}

/** How far the leg's life has come (DOMAIN §4.1). */
export function callPhase(call: Call): 'ringing' | 'answered' | 'ended' {
  if (call.hungUp !== null) return 'ended';
  return call.answered === null ? 'ringing' : 'answered';
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
