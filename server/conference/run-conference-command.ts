import { type ConferenceCommand, conferenceCommands } from '@/lib/domain/conference/command';
import { decide } from '@/lib/domain/conference/decide';
import type { Actor } from '@/lib/domain/event';
import { type CommandId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { CommandOrigin, JobRecord } from '@/server/log/ports';
import { type CommandBooks, type CommandOutcome, runCommand } from '@/server/log/run-command';
import type { ConferenceCarrier } from './ports';
import { reconcileJob } from './reconcile-job';

/** What running a command needs. */
export interface ConferenceCommandParts extends CommandBooks {
  readonly carrier: ConferenceCarrier;
  readonly now: () => Micros;
  /** Hears what the carrier answered: a key it does not take is everybody's business. */
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

/** Runs one command to one conference; null when nobody has ever heard of the conference. */
export async function runConferenceCommand(
  parts: ConferenceCommandParts,
  conferenceId: ConferenceId,
  request: {
    readonly commandId: CommandId;
    readonly command: ConferenceCommand;
    readonly actor: Actor;
    readonly origin: CommandOrigin;
  },
): Promise<CommandOutcome | null> {
  const stream = conferenceStream(conferenceId);
  if ((await parts.log.read(stream)) === null) return null;
  return runCommand(parts, {
    ...request,
    stream,
    now: parts.now(),
    decide: (conference) => decide(conference, request.command),
    carry: async (command) => {
      const answer = await parts.carrier.run(conferenceId, command, request.commandId);
      parts.onAnswer(answer);
      return answer;
    },
    jobsAfter: (answer) => readBack(conferenceId, request.command, answer, parts.now()),
  });
}

function readBack(
  conferenceId: ConferenceId,
  command: ConferenceCommand,
  answer: CarrierAnswer,
  now: Micros,
): Omit<JobRecord, 'tries'>[] {
  if (answer.kind === 'unknown') return [reconcileJob(conferenceId, 'unknown', now)];
  if (answer.kind === 'refused') return [reconcileJob(conferenceId, 'doubt', now)];
  const { evidence } = conferenceCommands[command.type];
  return evidence === 'none' ? [] : [reconcileJob(conferenceId, 'accepted', now)];
}
