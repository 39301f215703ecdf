import type { ActivityAction, ActivityTarget } from '@/lib/contract/activity';
import { type Call, conferenceOf } from '@/lib/domain/call/call';
import { type ConferenceCommand, legsOf } from '@/lib/domain/conference/command';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import { streamOf } from '@/lib/domain/ids';
import { farEnd, type Party } from '@/lib/domain/party';
import type { CommandDeed, TellCommand } from '@/server/log/settled-command';

const mostNames = 5;

/** Says of a command what was asked and on whom, by the state of its stream. */
export const tellCommand: TellCommand = (stream, state, command) => {
  const { type } = command as { readonly type: ActivityAction };
  const { kind, key } = streamOf(stream) ?? {};
  if (kind === 'conference') {
    return { action: type, ...ofConference(state as Conference, command as ConferenceCommand) };
  }
  const call = state as Call;
  const joined = kind === 'call' ? conferenceOf(call) : null;
  return {
    action: type,
    conference: joined === null ? null : { id: joined, name: null },
    target: { kind: 'call', id: key ?? null, name: kind === 'call' ? nameOf(call.party) : null },
    detail: {},
  };
};

function ofConference(state: Conference, command: ConferenceCommand): Omit<CommandDeed, 'action'> {
  const conference = { id: state.id, name: state.description?.name ?? null };
  const legs = legsOf(command);
  const [first] = legs;
  if (first === undefined) return { conference, target: null, detail: { ...command.fields } };
  const nameOfLeg = (leg: typeof first) => {
    const participant = participantOf(state, leg);
    return participant === undefined ? null : nameOf(participant.party);
  };
  const target: ActivityTarget =
    legs.length === 1
      ? { kind: 'call', id: first, name: nameOfLeg(first) }
      : { kind: 'participants', id: null, name: null };
  if (legs.length === 1) return { conference, target, detail: {} };
  const names = legs.slice(0, mostNames).flatMap((leg) => nameOfLeg(leg) ?? []);
  return { conference, target, detail: { people: legs.length, names } };
}

function nameOf(party: Party): string | null {
  const name = party.callerName?.trim() ?? '';
  return name === '' ? farEnd(party) : name;
}
