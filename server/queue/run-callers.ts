import { type CallControlId, type CommandId, queueStream } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import type { CallersCommand } from '@/lib/domain/queue/command';
import type { QueueEvent } from '@/lib/domain/queue/event';
import { type Queue, waitingSince } from '@/lib/domain/queue/queue';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Draft } from '@/server/log/batch';
import type { JobRecord } from '@/server/log/ports';
import type { CallersBody } from './callers-job';
import { queueReconcileJob } from './reconcile-job';
import type { QueueCommandParts } from './run-queue-command';
import type { StepAnswer } from './step-answer';
import { takeCaller } from './take-caller';

// Well within the lease of a job, even where the carrier asks to wait before each.
const callersAtOnce = 5;
const lookAgainAfter = 2_000_000;

/**
 * Takes the callers of a command in their order, some at a time. Every step can be taken twice: what was
 * answered stands in the queue's events, and the carrier knows our ids.
 */
export function createCallersWorker(parts: QueueCommandParts): JobWorker {
  return async (job) => {
    const body = job.body as CallersBody;
    for (let taken = 0; taken < callersAtOnce; taken += 1) {
      const next = await nextCaller(parts, body);
      if (next === null) return { kind: 'done' };
      const answer = await takeCaller(parts, { ...next, body, isAgain: job.tries > 1 });
      if (answer === 'under-way') return { kind: 'again', dueAt: parts.now() + lookAgainAfter };
      await writeAnswer(parts, body, next, answer);
    }
    return { kind: 'again', dueAt: parts.now() };
  };
}

/** A caller whose turn it is, and where they stand in the command. */
export interface NextCaller {
  readonly command: CallersCommand;
  readonly leg: CallControlId;
  readonly index: number;
  /** As the queue is now. */
  readonly queue: Queue;
}

async function nextCaller(
  { log, store }: QueueCommandParts,
  { queue: name, commandId }: CallersBody,
): Promise<NextCaller | null> {
  const stream = queueStream(name);
  const queue = (await log.read(stream))?.state;
  const record = queue?.commands.find((each) => each.commandId === commandId);
  const index = record?.callers.findIndex(({ phase }) => phase === 'sent') ?? -1;
  const leg = record?.callers[index]?.callControlId;
  if (queue === undefined || leg === undefined) return null;
  const command = await commandOf({ store }, stream, commandId);
  return command === null ? null : { command, leg, index, queue };
}

/** The command as the event says that wrote it down. */
async function commandOf(
  { store }: Pick<QueueCommandParts, 'store'>,
  stream: `queue:${string}`,
  commandId: CommandId,
): Promise<CallersCommand | null> {
  const [seq] = (await store.readCommand(commandId))?.eventSeqs ?? [];
  if (seq === undefined) return null;
  const [event] = await store.readEvents(stream, { after: seq - 1, limit: 1 });
  return event === undefined ? null : (event.data as { readonly command: CallersCommand }).command;
}

async function writeAnswer(
  { log, now, onAnswer }: QueueCommandParts,
  { queue: name, commandId, actor }: CallersBody,
  { command, leg, queue }: NextCaller,
  answer: StepAnswer,
): Promise<void> {
  if (answer.kind !== 'refused') onAnswer(answer);
  const stream = queueStream(name);
  const own = { source: 'command', commandId, actor, occurredAt: null } as const;
  const draft = (event: QueueEvent): Draft => ({ ...own, event });
  const isMoved = command.type === 'queueCalls.move' && answer.kind === 'accepted';
  const target = isMoved ? queueStream(command.fields.queue) : stream;
  const jobs = jobsAfter(name, command, answer, now());
  await log.submit({
    streams: [...new Set([stream, target])],
    run: (batch) => {
      batch.append(stream, [draft(answeredEvent(leg, answer))]);
      const call = valueAt(queue.calls, leg);
      const since = call === undefined ? null : waitingSince(call);
      if (isMoved && since !== null) {
        const data = { callControlId: leg, from: name, since };
        batch.append(target, [draft({ type: 'queueCall.moved', data })]);
      }
      for (const job of jobs) batch.addJob(job);
    },
  });
}

function answeredEvent(callControlId: CallControlId, answer: StepAnswer): QueueEvent {
  const code = answer.kind === 'refused' ? answer.code : null;
  const detail = answer.kind === 'accepted' ? '' : answer.detail;
  return {
    type: 'queueCall.answered',
    data: { callControlId, answer: answer.kind, code, detail },
  };
}

function jobsAfter(
  name: string,
  { type }: CallersCommand,
  answer: StepAnswer,
  now: number,
): Omit<JobRecord, 'tries'>[] {
  if (type === 'queueCalls.setKeepAfterHangup' && answer.kind === 'accepted') return [];
  const reasons = { accepted: 'accepted', unknown: 'unknown', refused: 'doubt' } as const;
  return [queueReconcileJob(name, reasons[answer.kind], now)];
}
