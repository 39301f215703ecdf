import {
  type ConferenceCommand,
  type ConferenceCommandType,
  evidenceOf,
} from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import { decide, type Decision } from '@/lib/domain/conference/decide';
import { isForCarrier, ownFactsOf } from '@/lib/domain/conference/own-facts';
import { regionOf } from '@/lib/domain/conference/view';
import type { Actor } from '@/lib/domain/event';
import { type CommandId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOrigin, JobRecord } from '@/server/log/ports';
import { type CommandBooks, type CommandOutcome, runCommand } from '@/server/log/run-command';
import { invitationJobs } from './invitation-job';
import type { ConferenceCarrier } from './ports';
import { reconcileJob } from './reconcile-job';

/** What running a command needs. */
export interface ConferenceCommandParts extends CommandBooks {
  readonly carrier: ConferenceCarrier;
  /** The application that Rostrum dials from where a conference tells none; null without one. */
  readonly connectionId: string | null;
  readonly now: () => Micros;
  /** Hears what the carrier answered: a key it does not take is everybody's business. */
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

/** A command as somebody, or a rule of somebody's, gives it. */
export interface ConferenceCommandRequest {
  readonly commandId: CommandId;
  readonly command: ConferenceCommand;
  readonly actor: Actor;
  readonly origin: CommandOrigin | null;
}

/** Runs one command to one conference; null when nobody has ever heard of the conference. */
export async function runConferenceCommand(
  parts: ConferenceCommandParts,
  conferenceId: ConferenceId,
  request: ConferenceCommandRequest,
): Promise<CommandOutcome | null> {
  const stream = conferenceStream(conferenceId);
  const view = await parts.log.read(stream);
  if (view === null) return null;
  const { commandId } = request;
  const connectionId = connectionOf(view.state) ?? parts.connectionId;
  return runCommand(parts, {
    ...request,
    stream,
    now: parts.now(),
    decide: (conference) => judge(conference, request.command, connectionId),
    ownFacts: (conference, command) =>
      isForCarrier(command) ? null : ownFactsOf(conference, command, commandId),
    carry: async (command) => {
      if (!isForCarrier(command)) throw new Error(`${command.type} is not for the carrier`);
      const region = regionOf(view.state);
      const answer = await parts.carrier.run(conferenceId, command, commandId, region);
      parts.onAnswer(answer);
      return answer;
    },
    jobsAfter: (answer) => {
      if (request.command.type === 'participants.invite' && connectionId !== null) {
        const { command, ...by } = request;
        return invitationJobs(conferenceId, connectionId, { ...by, fields: command.fields });
      }
      return readBack(conferenceId, request.command, answer, parts.now());
    },
  });
}

type Judged = Decision | { readonly ok: false; readonly code: 'no-application' };

function judge(
  conference: Conference,
  command: ConferenceCommand,
  connectionId: string | null,
): Judged {
  const decision = decide(conference, command);
  const needsApplication = decision.ok && command.type === 'participants.invite';
  return needsApplication && connectionId === null
    ? { ok: false, code: 'no-application' }
    : decision;
}

function connectionOf({ description, created }: Conference): string | null {
  return description?.connectionId ?? created?.value.connectionId ?? null;
}

const toldByTheDoor: ReadonlySet<ConferenceCommandType> = new Set([
  'audio.play',
  'audio.speak',
  'audio.stop',
  'digits.gather',
]);

function readBack(
  conferenceId: ConferenceId,
  command: ConferenceCommand,
  answer: CarrierAnswer,
  now: Micros,
): Omit<JobRecord, 'tries'>[] {
  if (answer.kind === 'unknown') return [reconcileJob(conferenceId, 'unknown', now)];
  if (answer.kind === 'refused') return [reconcileJob(conferenceId, 'doubt', now)];
  const evidence = evidenceOf(command);
  const isShown = evidence !== 'none' && evidence !== 'own' && !toldByTheDoor.has(command.type);
  return isShown ? [reconcileJob(conferenceId, 'accepted', now)] : [];
}
