import type { Aggregate } from '../aggregate';
import type { Actor, Numbered } from '../event';
import type { CallControlId, ConferenceId } from '../ids';
import type { CreationCommand } from './command';
import type { CreationEvent } from './event';

type CreationFields = CreationCommand['fields'];

/** A conference that is being made, as its events tell it; its key is the id of the command. */
export interface Creation {
  /** What was asked for, without the link to what is heard before it starts. */
  readonly fields: Omit<CreationFields, 'holdAudioUrl'> | null;
  readonly actor: Actor | null;
  readonly phase: 'asked' | 'dialling' | 'answered' | 'created' | 'failed' | 'refused' | 'unknown';
  readonly callControlId: CallControlId | null;
  readonly conferenceId: ConferenceId | null;
  /** Why it failed: the carrier's hang-up cause, or a code. */
  readonly reason: string | null;
}

const nothingYet: Creation = {
  fields: null,
  actor: null,
  phase: 'asked',
  callControlId: null,
  conferenceId: null,
  reason: null,
};

/** Whether nothing more can happen to it. */
export function isMade({ phase }: Creation): boolean {
  return phase !== 'asked' && phase !== 'dialling' && phase !== 'answered';
}

function evolve(creation: Creation, event: Numbered<CreationEvent>): Creation {
  switch (event.type) {
    case 'command.sent': {
      const fields: { holdAudioUrl?: string | undefined } & Omit<CreationFields, 'holdAudioUrl'> = {
        ...event.data.command.fields,
      };
      delete fields.holdAudioUrl;
      const callControlId = fields.callControlId ?? null;
      return { ...creation, fields, actor: event.actor, callControlId };
    }
    case 'command.accepted':
      return creation;
    case 'command.refused':
      return { ...creation, phase: 'refused', reason: event.data.code };
    case 'command.unknown':
      return { ...creation, phase: 'unknown' };
    case 'creation.dialled':
      return { ...creation, phase: 'dialling', callControlId: event.data.callControlId };
    case 'creation.answered':
      return { ...creation, phase: 'answered' };
    case 'creation.created':
      return { ...creation, phase: 'created', conferenceId: event.data.conferenceId };
    case 'creation.failed':
      return { ...creation, phase: 'failed', reason: event.data.reason };
  }
}

/** The making of a conference as the log, the server and a browser fold it. */
export const creationAggregate: Aggregate<Creation, CreationEvent, CreationCommand> = {
  version: 1,
  initial: () => nothingYet,
  evolve,
  foresee: (creation) => creation,
};
