import type { CarrierCommand } from '@/lib/domain/conference/command';
import { type Invitation, participantOf } from '@/lib/domain/conference/conference';
import type { InvitationPhase } from '@/lib/domain/conference/event';
import { isCompleted, isPresent, regionOf } from '@/lib/domain/conference/view';
import { type CallControlId, callStream, type CommandId, conferenceStream } from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import type { JobResult, JobWorker } from '@/server/jobs/run-jobs';
import type { JobRecord } from '@/server/log/ports';
import type { CommandOutcome } from '@/server/log/run-command';
import type { DialWatch } from './dial-watch';
import type { InvitationBody } from './invitation-job';
import { type ConferenceCommandParts, runConferenceCommand } from './run-conference-command';

// News of the leg comes sooner; this is for news that was lost.
const lookAgainAfter = 30_000_000;
const dialAgainAfter = 2_000_000;
const mostDials = 3;
const joinAgainAfter = 2_000_000;
// Longer than the carrier takes to say that nobody answered.
const patience = 60_000_000;
// Longer than the lease of a process that died while it brought somebody in.
const joinPatience = 120_000_000;

/** What calling and bringing in needs beside commands. */
export interface InvitationParts extends ConferenceCommandParts {
  readonly watch: DialWatch;
}

/**
 * Brings one invitation a step further: dial, wait for the answer, join. Every step can be taken
 * twice: what has been done stands in the conference's events, and the carrier knows our ids.
 */
export function createInvitationWorker(parts: InvitationParts): JobWorker {
  return async (job) => {
    const body = job.body as InvitationBody;
    const found = await stateOf(parts, body);
    if (found === null) return { kind: 'done' };
    const { conference, invitation } = found;
    if (isCompleted(conference)) {
      return fail(parts, body, 'conference-ended', invitation.callControlId);
    }
    if (invitation.callControlId === null) return dial(parts, job, body);
    return followLeg(parts, job, body, invitation, invitation.callControlId);
  };
}

async function stateOf(parts: InvitationParts, body: InvitationBody) {
  const view = await parts.log.read(conferenceStream(body.conferenceId));
  if (view === null) return null;
  const invitation = valueAt(view.state.invitations, body.invitationId);
  const isOver =
    invitation === undefined || ['joined', 'busy', 'failed'].includes(invitation.phase);
  return isOver ? null : { conference: view.state, invitation };
}

async function dial(
  parts: InvitationParts,
  job: JobRecord,
  body: InvitationBody,
): Promise<JobResult> {
  const { to, connectionId, invitationId } = body;
  const asked = { ...body.dial, to, connectionId };
  const { answer, leg } = await parts.carrier.dial(asked, invitationId as CommandId);
  parts.onAnswer(answer);
  if (answer.kind === 'accepted' && leg !== null) {
    await progress(parts, body, 'dialling', leg);
    // It may have been answered already.
    return { kind: 'again', dueAt: parts.now() };
  }
  if (answer.kind === 'refused' && answer.code !== 'carrier-busy') {
    return fail(parts, body, answer.detail, null);
  }
  // The same id makes no second call (DOMAIN §4.9).
  if (job.tries < mostDials) return { kind: 'again', dueAt: parts.now() + dialAgainAfter };
  return fail(parts, body, 'outcome-unknown', null);
}

async function followLeg(
  parts: InvitationParts,
  job: JobRecord,
  body: InvitationBody,
  invitation: Invitation,
  leg: CallControlId,
): Promise<JobResult> {
  // Before anything is read, or news that comes meanwhile would be missed.
  parts.watch.expect(leg, job);
  const conference = (await parts.log.read(conferenceStream(body.conferenceId)))?.state;
  const participant = conference === undefined ? undefined : participantOf(conference, leg);
  if (participant !== undefined && isPresent(participant)) {
    await progress(parts, body, 'joined', leg);
    parts.watch.forget(leg);
    return { kind: 'done' };
  }
  const call = (await parts.log.read(callStream(leg)))?.state;
  if (call !== undefined && call.hungUp !== null) {
    const cause = call.hungUp.value.cause ?? 'hung up';
    await progress(parts, body, cause === 'user_busy' ? 'busy' : 'failed', leg, cause);
    parts.watch.forget(leg);
    return { kind: 'done' };
  }
  if (call?.answered != null) {
    if (invitation.phase === 'dialling') await progress(parts, body, 'answered', leg);
    return bringIn(parts, body, leg);
  }
  const waited = parts.now() - invitation.askedAt - body.dial.timeoutSecs * 1_000_000;
  if (waited > patience) return fail(parts, body, 'no-answer', leg);
  return { kind: 'again', dueAt: parts.now() + lookAgainAfter };
}

async function bringIn(
  parts: InvitationParts,
  body: InvitationBody,
  leg: CallControlId,
): Promise<JobResult> {
  const { conferenceId, invitationId, actor, origin, entrance } = body;
  const commandId = `${invitationId}-join` as CommandId;
  const command = { type: 'participants.join', fields: { legs: [leg], ...entrance } } as const;
  const before = await parts.store.readCommand(commandId);
  const outcome = await runConferenceCommand(parts, conferenceId, {
    ...{ commandId, command, actor, origin },
  });
  const refusal = refusalOf(outcome);
  // It came in meanwhile: the next look finds it there.
  if (refusal !== null && refusal !== 'already-in-conference') {
    return fail(parts, body, refusal, leg);
  }
  if (before !== null && parts.now() - before.createdAt > joinPatience) {
    return fail(parts, body, 'not-carried-out', leg);
  }
  if (outcome?.kind === 'done' && outcome.state === 'accepted') {
    return { kind: 'again', dueAt: parts.now() + lookAgainAfter };
  }
  const isAccepted = before !== null && (await joinAgain(parts, body, command, commandId));
  return { kind: 'again', dueAt: parts.now() + (isAccepted ? lookAgainAfter : joinAgainAfter) };
}

/**
 * Asks once more for a joining of which nobody knows whether the carrier heard: the process died, or
 * the answer was lost. The same id brings nobody in twice (DOMAIN §4.9).
 */
async function joinAgain(
  parts: InvitationParts,
  { conferenceId }: InvitationBody,
  command: CarrierCommand,
  commandId: CommandId,
): Promise<boolean> {
  const conference = (await parts.log.read(conferenceStream(conferenceId)))?.state;
  const region = conference === undefined ? null : regionOf(conference);
  const answer = await parts.carrier.run(conferenceId, command, commandId, region);
  parts.onAnswer(answer);
  return answer.kind === 'accepted';
}

/** Why it was not carried out; null where it was, or nobody knows. */
function refusalOf(outcome: CommandOutcome | null): string | null {
  if (outcome?.kind !== 'done') return 'not-carried-out';
  return outcome.state === 'refused' ? (refusalIn(outcome.events) ?? 'not-carried-out') : null;
}

function refusalIn(events: readonly { readonly type: string; readonly data: object }[]) {
  const refused = events.find(({ type }) => type === 'command.refused');
  if (refused === undefined) return null;
  const { code, detail } = refused.data as { readonly code: string; readonly detail: string };
  return detail === '' ? code : detail;
}

/** Says that it came to nothing, and ends the call that nobody would speak to. */
async function fail(
  parts: InvitationParts,
  body: InvitationBody,
  reason: string,
  leg: CallControlId | null,
): Promise<JobResult> {
  await progress(parts, body, 'failed', leg, reason);
  if (leg !== null) {
    parts.watch.forget(leg);
    await parts.carrier.hangUp(leg, `${body.invitationId}-end` as CommandId);
  }
  return { kind: 'done' };
}

async function progress(
  { log }: InvitationParts,
  { conferenceId, invitationId, actor }: InvitationBody,
  phase: InvitationPhase,
  callControlId: CallControlId | null,
  reason: string | null = null,
): Promise<void> {
  const stream = conferenceStream(conferenceId);
  const data = { invitationId, phase, callControlId, reason };
  const event = { type: 'invitation.progressed', data };
  await log.submit({
    streams: [stream],
    run: (batch) => batch.append(stream, [{ event, source: 'rostrum', actor, occurredAt: null }]),
  });
}
