import type { DomainEvent } from '@/lib/domain/event';
import { callStream, queueStream } from '@/lib/domain/ids';
import { isAboutCallers, type QueueCommand } from '@/lib/domain/queue/command';
import { decide } from '@/lib/domain/queue/decide';
import type { Micros } from '@/lib/domain/stamp';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { JobRecord } from '@/server/log/ports';
import { type CommandBooks, type CommandOutcome, runCommand } from '@/server/log/run-command';
import { callersJob } from './callers-job';
import { carrierAnswerOf, stepAnswerOf } from './step-answer';
import type { Callers, QueueCarrier, QueueCommandRequest } from './ports';
import { queueReconcileJob } from './reconcile-job';

/** What running a command to a queue needs. */
export interface QueueCommandParts extends CommandBooks {
  readonly carrier: QueueCarrier;
  readonly callers: Callers;
  readonly now: () => Micros;
  /** Hears what the carrier answered: a key it does not take is everybody's business. */
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

/**
 * Runs one command to a queue; null when nobody has ever heard of the queue, or of the call that is to be
 * connected. Callers are taken one after
 * the other by a job that is written with the command, so that it outlives the process.
 */
export async function runQueueCommand(
  parts: QueueCommandParts,
  name: string,
  request: QueueCommandRequest,
): Promise<CommandOutcome | null> {
  const stream = queueStream(name);
  const isNew = request.command.type === 'queue.create';
  if (!isNew && (await parts.log.read(stream)) === null) return null;
  const { command: asked } = request;
  const other =
    asked.type === 'queue.bridgeNext'
      ? await parts.log.read(callStream(asked.fields.callControlId))
      : undefined;
  if (other === null) return null;
  return runCommand(parts, {
    ...request,
    stream,
    now: parts.now(),
    decide: (queue) =>
      other !== undefined && other.state.hungUp !== null
        ? { ok: false, code: 'call-ended' }
        : decide(queue, request.command),
    ownFacts: (_, command) => (isAboutCallers(command) ? [sentOf(command)] : null),
    carry: async (command) => {
      const answer = await carry(parts, name, command, request);
      parts.onAnswer(answer);
      return answer;
    },
    jobsAfter: (answer, batch) => jobsAfter(name, request, answer, batch.now),
  });
}

function sentOf(command: QueueCommand): DomainEvent {
  return { type: 'command.sent', data: { command } };
}

async function carry(
  { carrier, callers }: QueueCommandParts,
  name: string,
  command: QueueCommand,
  request: QueueCommandRequest,
): Promise<CarrierAnswer> {
  if (command.type === 'queue.bridgeNext') {
    const { commandId, actor, origin } = request;
    const by = { commandId: `${commandId}-0` as typeof commandId, actor, origin };
    const bridge = { type: 'call.bridge', fields: { queue: name } } as const;
    return carrierAnswerOf(
      stepAnswerOf(await callers.command(command.fields.callControlId, bridge, by)),
    );
  }
  if (command.type === 'queue.delete') return carrier.run(name, { type: 'delete' });
  if (isAboutCallers(command)) throw new Error(`${command.type} is carried out by a job`);
  const type = command.type === 'queue.create' ? 'create' : 'update';
  return carrier.run(name, { type, maxSize: command.fields.maxSize });
}

function jobsAfter(
  name: string,
  request: QueueCommandRequest,
  answer: CarrierAnswer,
  now: Micros,
): Omit<JobRecord, 'tries'>[] {
  const { command } = request;
  if (isAboutCallers(command)) return [callersJob(name, request)];
  const reasons = { accepted: 'accepted', unknown: 'unknown', refused: 'doubt' } as const;
  return [queueReconcileJob(name, reasons[answer.kind], now)];
}
