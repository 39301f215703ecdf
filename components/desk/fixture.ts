import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import type { ConferenceEvent } from '@/lib/domain/conference/event';
import type { Actor, EventSource, Numbered } from '@/lib/domain/event';
import type { CallControlId, CommandId } from '@/lib/domain/ids';

/** One second, in the units events are stamped with. */
export const second = 1_000_000;
/** When the conference of the tests began. */
export const noon = 1_800_000_000 * second;
/** Who gives the commands in tests. */
export const grace: Actor = { userId: 'grace', name: 'Grace' };

/** A call leg of the tests by its name. */
export function leg(name: string): CallControlId {
  return name as CallControlId;
}

/** A list of numbered events in the making; times are seconds after noon. */
export interface Story {
  readonly events: readonly Numbered<ConferenceEvent>[];
  readonly joins: (name: string, at: number) => Story;
  readonly leaves: (name: string, at: number) => Story;
  readonly speaks: (name: string, at: number) => Story;
  readonly asks: (commandId: string, command: ConferenceCommand, at: number) => Story;
  readonly hears: (commandId: string, event: CommandAnswer, at: number) => Story;
  /** A read of the carrier, begun now, finds somebody muted or not. */
  readonly finds: (name: string, muted: boolean, at: number) => Story;
  readonly happens: (event: ConferenceEvent, at: number, source?: EventSource) => Story;
  readonly conference: () => Conference;
}

type CommandAnswer = Extract<
  ConferenceEvent,
  { type: 'command.accepted' | 'command.refused' | 'command.unknown' }
>;

/** A conference about which nothing has been told yet. */
export function story(events: readonly Numbered<ConferenceEvent>[] = []): Story {
  const add = (
    event: ConferenceEvent,
    at: number,
    more: Partial<Numbered<ConferenceEvent>> = {},
  ) => {
    const seq = events.length + 1;
    const time = noon + at * second;
    const envelope = {
      seq,
      id: `event-${String(seq).padStart(4, '0')}`,
      version: 1,
      source: 'carrier',
      actor: null,
      commandId: null,
      occurredAt: time,
      receivedAt: time,
      ...more,
    };
    return story([...events, { ...envelope, ...event } as Numbered<ConferenceEvent>]);
  };
  const reading = { source: 'reconcile', occurredAt: null } as const;
  const ours = (commandId: string) => ({
    source: 'command' as const,
    actor: grace,
    commandId: commandId as CommandId,
    occurredAt: null,
  });
  return {
    events,
    joins: (name, at) => add({ type: 'participant.joined', data: joined(name) }, at),
    leaves: (name, at) => add({ type: 'participant.left', data: { callControlId: leg(name) } }, at),
    speaks: (name, at) => add({ type: 'floor.changed', data: { callControlId: leg(name) } }, at),
    asks: (id, command, at) => add({ type: 'command.sent', data: { command } }, at, ours(id)),
    hears: (id, event, at) => add(event, at, ours(id)),
    finds: (name, muted, at) => add(found(name, muted, events.length), at, reading),
    happens: (event, at, source = 'carrier') => add(event, at, { source }),
    conference: () =>
      events.reduce(
        (state, event) => conferenceAggregate.evolve(state, event),
        conferenceAggregate.initial('conference-1'),
      ),
  };
}

function joined(name: string) {
  return {
    callControlId: leg(name),
    callLegId: null,
    connectionId: null,
    party: {
      from: `+1312555${String(1000 + name.length)}`,
      to: '+13125550100',
      direction: 'incoming' as const,
      callerName: name,
    },
  };
}

function found(name: string, muted: boolean, asOf: number): ConferenceEvent {
  const no = { onHold: false, endConferenceOnExit: false, softEndConferenceOnExit: false };
  const facts = { muted, ...no, whisperTo: [] };
  const groups = [{ facts, legs: [[leg(name), noon] as const] }];
  return { type: 'participants.read', data: { asOf, groups, foreign: [] } };
}
