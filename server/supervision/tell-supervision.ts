import { randomUUID } from 'node:crypto';
import type { ActivityRow } from '@/lib/contract/activity';
import type { SupervisorFact } from '@/lib/domain/conference/event';
import { callStream, conferenceStream, type StreamName, supervisionStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { SupervisionEvent } from '@/lib/domain/supervision/event';
import {
  isOver,
  liveSince,
  roleInForce,
  type Supervision,
} from '@/lib/domain/supervision/supervision';
import type { Batch, Draft } from '@/server/log/batch';
import type { Log } from '@/server/log/log';

/** Writes down what happened to a session, where the conference and activity are to hear of it too. */
export type Telling = (event: SupervisionEvent) => Promise<void>;

/** Tells of one session, in the name of who supervises. */
export function tellerOf(log: Pick<Log, 'submit'>, { id, asked }: Supervision): Telling {
  const stream = supervisionStream(id);
  const room = asked?.conferenceId == null ? null : conferenceStream(asked.conferenceId);
  return async (event) => {
    const leg = event.type === 'supervision.dialled' ? callStream(event.data.callControlId) : null;
    const streams: StreamName[] = [stream, ...(room === null ? [] : [room])];
    await log.submit({
      streams: leg === null ? streams : [leg, ...streams],
      run: (batch) => {
        const before = batch.stateOf(stream);
        if (isOver(before)) return;
        const draft = draftOf(event, before);
        batch.append(stream, [draft]);
        const after = batch.stateOf(stream);
        if (leg !== null) {
          const data = { supervisionId: id };
          batch.append(leg, [{ ...draft, actor: null, event: { type: 'call.supervises', data } }]);
        }
        const fact = room === null ? null : factOf(event, after, before);
        if (room !== null && fact !== null) batch.append(room, [{ ...draft, event: fact }]);
        if (isOver(after)) tellActivity(batch, after);
      },
    });
  };
}

function draftOf(event: SupervisionEvent, { actor, id }: Supervision): Draft {
  return { event, source: 'rostrum', actor, commandId: id, occurredAt: null };
}

/** What the conference hears of it; null for what is the session's own. */
function factOf(
  event: SupervisionEvent,
  after: Supervision,
  before: Supervision,
): SupervisorFact | null {
  const { id: supervisionId, callControlId, asked } = after;
  if (callControlId === null || asked === null) return null;
  if (event.type === 'supervision.dialled') {
    const { whom, role, whisperTo } = asked;
    const data = { callControlId, supervisionId, whom, role, whisperTo };
    return { type: 'supervisor.called', data };
  }
  if (event.type === 'supervision.roleTaken') {
    const taken = roleInForce(after);
    // Another role was asked for meanwhile: this one never counted.
    if (taken === null || after.roles.length === before.roles.length) return null;
    const { role, whisperTo, how, isBorneOut } = taken;
    return {
      type: 'supervisor.roleSet',
      data: { callControlId, role, whisperTo, how, isBorneOut },
    };
  }
  if (event.type === 'supervision.leaving') {
    return { type: 'supervisor.rejoining', data: { callControlId } };
  }
  if (event.type === 'supervision.ended' || event.type === 'supervision.failed') {
    const reason = event.type === 'supervision.ended' ? event.data.reason : null;
    return { type: 'supervisor.ended', data: { callControlId, reason } };
  }
  return null;
}

function tellActivity(batch: Batch, session: Supervision): void {
  const { id, asked, actor, phase, reason, roles, endedAt, askedAt } = session;
  if (asked === null) return;
  const since = liveSince(session);
  const { conferenceId, conferenceName, whom, whomName } = asked;
  const row: ActivityRow = {
    id: randomUUID(),
    at: askedAt,
    actor,
    role: null,
    action: 'supervision.session',
    conference: conferenceId === null ? null : { id: conferenceId, name: conferenceName },
    target: { kind: 'call', id: whom, name: whomName },
    outcome: phase === 'ended' ? 'done' : 'failed',
    why: phase === 'ended' ? null : reason,
    roundTripMs: null,
    address: null,
    requestId: null,
    detail: {
      ...{ supervisionId: id, reason, steps: roles.map(({ role }) => role) },
      ...(since === null ? {} : { seconds: secondsOf((endedAt ?? since) - since) }),
      rejoined: roles.filter(({ how }) => how === 'rejoined').length,
    },
  };
  batch.addActivity(row);
}

function secondsOf(length: Micros): number {
  return Math.max(0, Math.round(length / 1_000_000));
}
