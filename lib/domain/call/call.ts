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
