import type { ConferenceSettings } from '@/lib/domain/conference/command-fields';
import type { CreationCommand } from '@/lib/domain/creation/command';
import type { Actor, DomainEvent } from '@/lib/domain/event';
import {
  type CallControlId,
  type CommandId,
  type ConferenceId,
  conferenceStream,
  creationStream,
} from '@/lib/domain/ids';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { Log } from '@/server/log/log';
import type { CommandOrigin } from '@/server/log/ports';
import { type CommandOutcome, runCommand } from '@/server/log/run-command';
import { creationJob } from './creation-job';
import type { ConferenceCommandParts } from './run-conference-command';

/** What a request for a new conference says. */
export interface CreationRequest {
  readonly commandId: CommandId;
  readonly command: CreationCommand;
  readonly actor: Actor;
  /** Null for one that a rule asks for and not a request. */
  readonly origin: CommandOrigin | null;
}

/**
 * Makes a conference around a call that is up, or dials somebody for it and makes it when they
 * answer: then the answer here is that they are being called, and a job does the rest.
 */
export async function createConference(
  parts: ConferenceCommandParts,
  request: CreationRequest,
): Promise<CommandOutcome> {
  const { commandId, command, actor } = request;
  const { fields } = command;
  let brought: DomainEvent[] = [];
  const carry = async (): Promise<CarrierAnswer> => {
    if (fields.callControlId === undefined) {
      const { answer, leg } = await dialFor(parts, fields, commandId);
      brought = leg === null ? [] : [{ type: 'creation.dialled', data: { callControlId: leg } }];
      return answer;
    }
    const made = await makeConference(parts, fields.callControlId, fields, commandId, actor);
    brought =
      made.id === null ? [] : [{ type: 'creation.created', data: { conferenceId: made.id } }];
    return made.answer;
  };
  return runCommand(parts, {
    ...request,
    stream: creationStream(commandId),
    now: parts.now(),
    decide: () =>
      fields.to !== undefined && parts.connectionId === null
        ? { ok: false, code: 'no-application' }
        : { ok: true, command },
    carry: async () => {
      const answer = await carry();
      parts.onAnswer(answer);
      return answer;
    },
    eventsAfter: () => brought,
    jobsAfter: (answer) =>
      answer.kind === 'accepted' && fields.to !== undefined
        ? [creationJob({ commandId, fields, actor }, parts.now())]
        : [],
  });
}

function dialFor(
  { carrier, connectionId }: ConferenceCommandParts,
  fields: CreationCommand['fields'],
  commandId: CommandId,
) {
  const { to = '', from = '', fromDisplayName, timeoutSecs = 30, clientState } = fields;
  const { timeLimitSecs = 14_400 } = fields;
  const options = { from, fromDisplayName, timeoutSecs, timeLimitSecs, clientState };
  return carrier.dial({ ...options, to, connectionId: connectionId ?? '' }, commandId);
}

/** Makes a conference around an answered leg and notes what it was made with. */
export async function makeConference(
  { carrier, log }: Pick<ConferenceCommandParts, 'carrier' | 'log'>,
  leg: CallControlId,
  fields: CreationCommand['fields'],
  commandId: CommandId,
  actor: Actor,
): Promise<{ readonly answer: CarrierAnswer; readonly id: ConferenceId | null }> {
  const made = await carrier.create(leg, { settings: fields }, commandId);
  if (made.id !== null) await remember(log, made.id, fields, commandId, actor);
  return made;
}

// The carrier never tells these again (DOMAIN §1.3).
async function remember(
  log: Log,
  id: ConferenceId,
  settings: ConferenceSettings,
  commandId: CommandId,
  actor: Actor,
): Promise<void> {
  const { name, beep, comfortNoise, startConferenceOnCreate, holdMediaName } = settings;
  const { durationMinutes, maxParticipants, region } = settings;
  const data = {
    ...{ name, beep, comfortNoise, startConferenceOnCreate, holdMediaName },
    ...{ durationMinutes, maxParticipants, region },
  };
  const event = { type: 'conference.configured', data };
  const stream = conferenceStream(id);
  await log.submit({
    streams: [stream],
    run: (batch) =>
      batch.append(stream, [{ event, source: 'command', actor, commandId, occurredAt: null }]),
  });
}
