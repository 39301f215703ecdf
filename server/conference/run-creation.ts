import { isMade } from '@/lib/domain/creation/creation';
import type { DomainEvent } from '@/lib/domain/event';
import { type CallControlId, callStream, type CommandId, creationStream } from '@/lib/domain/ids';
import type { JobResult, JobWorker } from '@/server/jobs/run-jobs';
import type { JobRecord } from '@/server/log/ports';
import { makeConference } from './create-conference';
import type { CreationBody } from './creation-job';
import type { InvitationParts } from './run-invitation';

// News of the leg comes sooner; this is for news that was lost.
const lookAgainAfter = 30_000_000;
const makeAgainAfter = 2_000_000;

/** Makes a conference when the one who was dialled for it answers; says so when nobody does. */
export function createCreationWorker(parts: InvitationParts): JobWorker {
  return async (job) => {
    const body = job.body as CreationBody;
    const creation = (await parts.log.read(creationStream(body.commandId)))?.state;
    const leg = creation?.callControlId ?? null;
    if (creation === undefined || leg === null || isMade(creation)) return { kind: 'done' };
    parts.watch.expect(leg, job);
    const call = (await parts.log.read(callStream(leg)))?.state;
    if (call !== undefined && call.hungUp !== null) {
      return close(parts, body, leg, failed(call.hungUp.value.cause ?? 'hung up'));
    }
    if (call?.answered == null) return { kind: 'again', dueAt: parts.now() + lookAgainAfter };
    if (creation.phase === 'dialling') await tell(parts, body, [answered]);
    return make(parts, job, body, leg);
  };
}

const mostTries = 30;
const answered: DomainEvent = { type: 'creation.answered', data: {} };
const failed = (reason: string): DomainEvent => ({ type: 'creation.failed', data: { reason } });

async function make(
  parts: InvitationParts,
  job: JobRecord,
  body: CreationBody,
  leg: CallControlId,
): Promise<JobResult> {
  const commandId = `${body.commandId}-create` as CommandId;
  const { answer, id } = await makeConference(parts, leg, body.fields, commandId, body.actor);
  parts.onAnswer(answer);
  if (id !== null) {
    const created = { type: 'creation.created', data: { conferenceId: id } };
    return close(parts, body, leg, created);
  }
  const isRefused = answer.kind === 'refused' && answer.code !== 'carrier-busy';
  // The same id makes no second conference (DOMAIN §4.9).
  if (!isRefused && job.tries < mostTries) {
    return { kind: 'again', dueAt: parts.now() + makeAgainAfter };
  }
  await parts.carrier.hangUp(leg, `${body.commandId}-end` as CommandId);
  return close(parts, body, leg, failed(isRefused ? answer.detail : 'outcome-unknown'));
}

async function close(
  parts: InvitationParts,
  body: CreationBody,
  leg: CallControlId,
  event: DomainEvent,
): Promise<JobResult> {
  await tell(parts, body, [event]);
  parts.watch.forget(leg);
  return { kind: 'done' };
}

async function tell(
  { log }: InvitationParts,
  { commandId, actor }: CreationBody,
  events: readonly DomainEvent[],
): Promise<void> {
  const stream = creationStream(commandId);
  const drafts = events.map(
    (event) => ({ event, source: 'rostrum', actor, occurredAt: null }) as const,
  );
  await log.submit({ streams: [stream], run: (batch) => batch.append(stream, drafts) });
}
