import type { Aggregate } from '../aggregate';
import type { Actor, Numbered } from '../event';
import type { CallControlId } from '../ids';
import type { DialCommand, DialFields } from './command';
import type { DialEvent } from './event';

/** A call that is asked for, until the carrier has given it an address; its key is the command's id. */
export interface Dial {
  readonly fields: DialFields | null;
  readonly actor: Actor | null;
  readonly phase: 'asked' | 'placed' | 'refused' | 'unknown';
  readonly callControlId: CallControlId | null;
  /** Why it was refused: a code. */
  readonly reason: string | null;
}

const nothingYet: Dial = {
  fields: null,
  actor: null,
  phase: 'asked',
  callControlId: null,
  reason: null,
};

function evolve(dial: Dial, event: Numbered<DialEvent>): Dial {
  switch (event.type) {
    case 'command.sent':
      return { ...dial, fields: event.data.command.fields, actor: event.actor };
    case 'command.accepted':
      return dial;
    case 'command.refused':
      return { ...dial, phase: 'refused', reason: event.data.code };
    case 'command.unknown':
      return { ...dial, phase: 'unknown' };
    case 'dial.placed':
      return { ...dial, phase: 'placed', callControlId: event.data.callControlId };
  }
}

/** The asking for a call as the log, the server and a browser fold it. */
export const dialAggregate: Aggregate<Dial, DialEvent, DialCommand> = {
  version: 1,
  initial: () => nothingYet,
  evolve,
  foresee: (dial) => dial,
};
