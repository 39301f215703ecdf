import { emptyConference, type Conference } from '../conference/conference';
import type { ConferenceCommand } from '../conference/command';
import type { ConferenceEvent, ParticipantFacts } from '../conference/event';
import { evolve } from '../conference/evolve';
import type { Actor, EventSource, Numbered } from '../event';
import type { CallControlId, CommandId, ConferenceId } from '../ids';

/** The cast: Ada, Bob and Cyd are on the line; Grace moderates. */
export const ada = 'v3:ada' as CallControlId;
export const bob = 'v3:bob' as CallControlId;
export const cyd = 'v3:cyd' as CallControlId;
const grace: Actor = { userId: 'grace', name: 'Grace' };

/** A participant as a read shows one of whom nothing special is to be said. */
const plain: ParticipantFacts = {
  muted: false,
  onHold: false,
  endConferenceOnExit: false,
  softEndConferenceOnExit: false,
  whisperTo: [],
};

/** A conference told event by event, each with its number. */
export class Story {
  conference: Conference = emptyConference('room' as ConferenceId);
  seq = 0;
  /** All that was told, in its order. */
  readonly events: Numbered<ConferenceEvent>[] = [];

  /** Something the carrier says happened at `at` microseconds. */
  told(at: number, event: ConferenceEvent, id = `e${this.seq + 1}`): this {
    return this.add(event, { source: 'carrier', occurredAt: at, id, commandId: null });
  }

  sent(commandId: string, command: ConferenceCommand): this {
    return this.own({ type: 'command.sent', data: { command } }, commandId);
  }

  accepted(commandId: string): this {
    return this.own({ type: 'command.accepted', data: {} }, commandId);
  }

  refused(commandId: string): this {
    const data = { code: 'carrier-refused', carrierCode: '90018', detail: 'It has ended' };
    return this.own({ type: 'command.refused', data }, commandId);
  }

  unknown(commandId: string): this {
    return this.own({ type: 'command.unknown', data: { detail: 'No answer' } }, commandId);
  }

  /** A fact of Rostrum's own. */
  said(event: ConferenceEvent): this {
    return this.own(event, 'the-command');
  }

  /** A read of one leg; begun now, or after the event with the number `asOf`. */
  read(leg: CallControlId, facts: Partial<ParticipantFacts>, asOf = this.seq, stay = 1): this {
    const groups = [{ facts: { ...plain, ...facts }, legs: [[leg, stay] as const] }];
    const event: ConferenceEvent = {
      type: 'participants.read',
      data: { asOf, groups, foreign: [] },
    };
    return this.add(event, { source: 'reconcile', occurredAt: null, commandId: null });
  }

  joined(leg: CallControlId, at: number, id?: string): this {
    return this.told(at, joinedEvent(leg), id);
  }

  left(leg: CallControlId, at: number, id?: string): this {
    return this.told(at, { type: 'participant.left', data: { callControlId: leg } }, id);
  }

  private own(event: ConferenceEvent, commandId: string): this {
    return this.add(event, { source: 'command', occurredAt: null, commandId });
  }

  private add(
    event: ConferenceEvent,
    envelope: {
      source: EventSource;
      occurredAt: number | null;
      id?: string;
      commandId: string | null;
    },
  ): this {
    this.seq += 1;
    const { source, occurredAt, id = `e${this.seq}` } = envelope;
    const commandId = envelope.commandId as CommandId | null;
    const actor = source === 'command' ? grace : null;
    const numbered: Numbered<ConferenceEvent> = {
      seq: this.seq,
      id,
      version: 1,
      source,
      actor,
      commandId,
      occurredAt,
      receivedAt: this.seq * 1_000_000,
      ...event,
    };
    this.events.push(numbered);
    this.conference = evolve(this.conference, numbered);
    return this;
  }
}

/** The carrier says that a leg joined. */
export function joinedEvent(leg: CallControlId): ConferenceEvent {
  return {
    type: 'participant.joined',
    data: { callControlId: leg, callLegId: `leg of ${leg}`, connectionId: 'app', party: null },
  };
}
