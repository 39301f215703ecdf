import type { CallControlId, CommandId } from '../ids';
import {
  type CarrierCommand,
  type ConferenceCommand,
  conferenceCommands,
  type OwnCommand,
} from './command';
import type { Conference } from './conference';
import type { OwnFact } from './event';
import { presentIn } from './view';

/** Whether it is the carrier that has to carry a command out. */
export function isForCarrier(command: ConferenceCommand): command is CarrierCommand {
  return conferenceCommands[command.type].evidence !== 'own';
}

/** What a command makes true among ourselves. */
export function ownFactsOf(
  conference: Conference,
  command: OwnCommand,
  commandId: CommandId,
): readonly OwnFact[] {
  switch (command.type) {
    case 'participants.label':
      return [{ type: 'participants.labelled', data: command.fields }];
    case 'participants.markHost':
      return [{ type: 'participants.hostMarked', data: command.fields }];
    case 'participants.invite': {
      const { numbers, from } = command.fields;
      const invitations = numbers.map((number, i) => ({ id: `${commandId}-${i}`, ...number }));
      return [{ type: 'invitations.made', data: { from, invitations } }];
    }
    case 'conference.setLobby':
      return [{ type: 'conference.lobbySet', data: command.fields }];
    case 'conference.setRegion':
      return [{ type: 'conference.regionSet', data: command.fields }];
    case 'conference.muteOnEntry': {
      const { isOn } = command.fields;
      const data = { isOn, exempt: isOn ? staysIn(conference) : [] };
      return [{ type: 'conference.muteOnEntrySet', data }];
    }
  }
}

function staysIn(conference: Conference): [CallControlId, number][] {
  return presentIn(conference).map(({ callControlId, joined }) => [callControlId, joined?.at ?? 0]);
}
