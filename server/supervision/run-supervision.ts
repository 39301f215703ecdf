import { callPhase, type Call } from '@/lib/domain/call/call';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import type { CarrierCommand } from '@/lib/domain/conference/command';
import { isCompleted, isPresent, regionOf } from '@/lib/domain/conference/view';
import {
  type CallControlId,
  callStream,
  type CommandId,
  type ConferenceId,
  conferenceStream,
  supervisionStream,
} from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { isShownBy } from '@/lib/domain/supervision/borne-out';
import type { AskedSupervision, RoleWay, SupervisionEnd } from '@/lib/domain/supervision/event';
import { isOver, type Supervision } from '@/lib/domain/supervision/supervision';
import type { JobResult, JobWorker } from '@/server/jobs/run-jobs';
import type { CarrierAnswer } from '@/server/log/carrier-answer';
import type { Log } from '@/server/log/log';
import type { SupervisionCarrier } from './ports';
import { type Telling, tellerOf } from './tell-supervision';

/** What carrying sessions out needs. */
export interface SupervisionParts {
  readonly log: Log;
  readonly carrier: SupervisionCarrier;
  readonly now: () => Micros;
  readonly onAnswer: (answer: CarrierAnswer) => void;
}

// News comes sooner; this is for news that was lost.
const lookAgainAfter = 30_000_000;
const askAgainAfter = 2_000_000;
const readAgainAfter = 1_500_000;
/** Within this the carrier knows the id of a command again (DOMAIN §4.9), with something to spare. */
const sameIdWithin = 50_000_000;
/** A phone that rings so long after it was wished for would be answered by surprise. */
const wishedWithin = 120_000_000;
/** Longer than the carrier takes to say that nobody answered. */
const patience = 60_000_000;
const mostTries = 10;
const doubtsToRejoin = 2;
/** The supervisor is in already (DOMAIN §4.3). */
const alreadyIn = '90044';

interface Scene {
  readonly session: Supervision;
  readonly asked: AskedSupervision;
  readonly wanted: Supervision['wanted'];
  /** Null where it is a call that is bridged. */
  readonly conference: Conference | null;
  /** The supervisor's own call. */
  readonly call: Call | undefined;
  readonly whom: Call | undefined;
  readonly isIn: boolean;
  readonly tell: Telling;
  /** Counts, in this process only, how often something was tried: what is forgotten is tried again. */
  readonly tried: (what: string) => number;
  readonly hasTried: (what: string) => boolean;
}

/**
 * Takes one session a step further: dial, join, change the role, see that it took effect, and end it.
 * Every step can be taken twice: what has been done stands in the session's events, and the carrier
 * knows our ids.
 */
export function createSupervisionWorker(parts: SupervisionParts): JobWorker {
  const tries = new Map<string, Map<string, number>>();
  return async ({ key }) => {
    const id = key as CommandId;
    const session = (await parts.log.read(supervisionStream(id)))?.state;
    if (session === undefined || session.asked === null || isOver(session)) {
      tries.delete(key);
      return { kind: 'done' };
    }
    const own = tries.get(key) ?? new Map<string, number>();
    tries.set(key, own);
    const scene = await sceneOf(parts, session, session.asked, own);
    const result = await step(parts, scene);
    if (result.kind === 'done') tries.delete(key);
    return result;
  };
}

async function sceneOf(
  { log }: SupervisionParts,
  session: Supervision,
  asked: AskedSupervision,
  tries: Map<string, number>,
): Promise<Scene> {
  const { conferenceId } = asked;
  const { callControlId } = session;
  const stateOf = async (leg: CallControlId) => (await log.read(callStream(leg)))?.state;
  const conference =
    conferenceId === null
      ? null
      : ((await log.read(conferenceStream(conferenceId)))?.state ?? null);
  return {
    session,
    asked,
    wanted: session.wanted,
    conference,
    call: callControlId === null ? undefined : await stateOf(callControlId),
    whom: conferenceId === null ? await stateOf(asked.whom) : undefined,
    isIn: conference !== null && callControlId !== null && isThere(conference, callControlId),
    tell: tellerOf(log, session),
    tried: (what) => {
      const count = (tries.get(what) ?? 0) + 1;
      tries.set(what, count);
      return count;
    },
    hasTried: (what) => tries.has(what),
  };
}

function isThere(conference: Conference, leg: CallControlId): boolean {
  const participant = participantOf(conference, leg);
  return participant !== undefined && isPresent(participant);
}

async function step(parts: SupervisionParts, scene: Scene): Promise<JobResult> {
  const end = endOf(scene);
  if (end !== null) return finish(parts, scene, await widest(parts, scene, end));
  const { session, call, wanted } = scene;
  if (session.callControlId === null) return dial(parts, scene);
  if (call?.answered == null) return waitForAnswer(parts, scene);
  if (wanted === null) return again(parts, lookAgainAfter);
  if (scene.conference === null) return setRoleOfCall(parts, scene, wanted);
  if (wanted.step === 'leaving') return leave(parts, scene, scene.conference, wanted);
  if (wanted.step === 'rejoining') return rejoin(parts, scene, scene.conference, wanted);
  return setRole(parts, scene, scene.conference, wanted);
}

type End = { readonly ended: SupervisionEnd } | { readonly failed: string };

/** Why the session is over, the wider reason before the narrower; null while it goes on. */
function endOf({ session, asked, wanted, conference, call, whom, isIn }: Scene): End | null {
  const isLive = session.roles.length > 0;
  if (session.isStopping) return { ended: 'stopped' };
  if (asked.conferenceId !== null) {
    if (conference === null || isCompleted(conference)) return { ended: 'conference-ended' };
    if (!isThere(conference, asked.whom)) return { ended: 'supervised-left' };
  } else if (whom === undefined || callPhase(whom) === 'ended') {
    return { ended: 'supervised-left' };
  }
  if (call !== undefined && call.hungUp !== null) {
    return isLive ? { ended: 'hung-up' } : { failed: call.hungUp.value.cause ?? 'hung up' };
  }
  const isOnTheWay = wanted?.step === 'leaving' || wanted?.step === 'rejoining';
  const isOut = asked.conferenceId !== null && isLive && !isIn && !isOnTheWay;
  return isOut ? { ended: 'removed' } : null;
}

/**
 * The end with the wider reason, where it is not heard yet: a conference that ends tells of its legs first,
 * so the carrier is asked whether it goes on.
 */
async function widest(
  { carrier }: SupervisionParts,
  { session, conference }: Scene,
  end: End,
): Promise<End> {
  const isTold = !('ended' in end) || end.ended === 'stopped' || end.ended === 'conference-ended';
  if (isTold || conference === null || session.roles.length === 0) return end;
  const { id } = conference;
  // Where the carrier does not answer, what is known has to do: nobody is to stay on the phone for it.
  const found = await carrier.readConference(id, regionOf(conference)).catch(() => undefined);
  if (found === undefined) return end;
  const isEnded = found === null || found.description.status === 'completed';
  return isEnded ? { ended: 'conference-ended' } : end;
}

async function dial(parts: SupervisionParts, scene: Scene): Promise<JobResult> {
  const { session, asked, wanted, tell } = scene;
  const { now, carrier } = parts;
  if (session.diallingSince === null) {
    if (now() - session.askedAt > wishedWithin) return finish(parts, scene, { failed: 'too-late' });
    await tell({ type: 'supervision.dialling', data: {} });
  } else if (now() - session.diallingSince > sameIdWithin) {
    // Asked again now, the carrier might call a second time.
    return finish(parts, scene, { failed: 'outcome-unknown' });
  }
  const { to, from, connectionId, timeoutSecs, whom, conferenceId } = asked;
  const supervising =
    conferenceId === null
      ? { superviseCallControlId: whom, supervisorRole: wanted?.role ?? asked.role }
      : {};
  const { answer, leg } = await carrier.dial(
    { to, from, connectionId, timeoutSecs, timeLimitSecs: 14_400, ...supervising },
    commandOf(session, 'dial'),
  );
  parts.onAnswer(answer);
  if (answer.kind === 'accepted' && leg !== null) {
    await tell({ type: 'supervision.dialled', data: { callControlId: leg } });
    return again(parts, 0);
  }
  const isRefused = answer.kind === 'refused' && answer.code !== 'carrier-busy';
  if (isRefused) return finish(parts, scene, { failed: answer.detail });
  return again(parts, askAgainAfter);
}

async function waitForAnswer(parts: SupervisionParts, scene: Scene): Promise<JobResult> {
  const { session, asked } = scene;
  const waited = parts.now() - (session.diallingSince ?? session.askedAt);
  if (waited > asked.timeoutSecs * 1_000_000 + patience) {
    return finish(parts, scene, { failed: 'no-answer' });
  }
  return again(parts, lookAgainAfter);
}

type Wanted = NonNullable<Supervision['wanted']>;

/** Brings the supervisor in, or changes their role there, and sees whether it took effect. */
async function setRole(
  parts: SupervisionParts,
  scene: Scene,
  conference: Conference,
  wanted: Wanted,
): Promise<JobResult> {
  const { session, isIn, tell } = scene;
  if (session.phase === 'dialling') await tell({ type: 'supervision.answered', data: {} });
  const { turn } = wanted;
  const isFirst = session.roles.length === 0;
  if (!scene.hasTried(`set ${turn}`)) {
    if (wanted.step === 'asked') await tell({ type: 'supervision.settingRole', data: { turn } });
    const command = isIn ? roleCommand(session, wanted) : joinCommand(session, wanted);
    const commandId = commandOf(session, `${isIn ? 'role' : 'join'}-${turn}`);
    const answer = await ask(parts, conference, command, commandId);
    const refusal = refusalIn(answer);
    if (refusal !== null) {
      if (isFirst && !isIn) return finish(parts, scene, { failed: refusal });
      await tell({ type: 'supervision.roleRefused', data: { turn, reason: refusal } });
      return again(parts, 0);
    }
    // A change of which nobody knows whether the carrier heard of it is seen by reading it back.
    if (!isTaken(answer) && (!isIn || isBusy(answer))) return askAgain(parts, scene, `ask ${turn}`);
    scene.tried(`set ${turn}`);
    return again(parts, isIn ? 0 : readAgainAfter);
  }
  if (!isIn) return again(parts, lookAgainAfter);
  return verify(parts, scene, conference, { wanted, how: isFirst ? 'joined' : 'switched' });
}

/** Reads back whether the role took effect; a change that did not is made by going out and in again. */
async function verify(
  parts: SupervisionParts,
  { session, tell, tried }: Scene,
  conference: Conference,
  { wanted, how }: { readonly wanted: Wanted; readonly how: RoleWay },
): Promise<JobResult> {
  const { turn } = wanted;
  const listed = await parts.carrier.readParticipants(conference.id, regionOf(conference));
  const own = listed.find(({ callControlId }) => callControlId === session.callControlId);
  const isBorneOut = own !== undefined && isShownBy(wanted, own.facts);
  if (!isBorneOut && tried(`doubt ${how} ${turn}`) < doubtsToRejoin) {
    return again(parts, readAgainAfter);
  }
  // Who came in as asked, or for this role alone, can do no more about it.
  const isLastTry = how === 'rejoined' || (how === 'joined' && turn === 0);
  if (isBorneOut || isLastTry) {
    await tell({ type: 'supervision.roleTaken', data: { turn, how, isBorneOut } });
    return again(parts, 0);
  }
  await tell({ type: 'supervision.leaving', data: { turn } });
  return again(parts, 0);
}

/** Takes the supervisor out, whose call stays up, until that is heard. */
async function leave(
  parts: SupervisionParts,
  scene: Scene,
  conference: Conference,
  { turn }: Wanted,
): Promise<JobResult> {
  const { session, isIn, tell } = scene;
  if (!isIn) {
    await tell({ type: 'supervision.rejoining', data: { turn } });
    return again(parts, 0);
  }
  if (scene.hasTried(`leave ${turn}`)) return again(parts, lookAgainAfter);
  const legs = legsOf(session);
  const command = { type: 'participants.remove', fields: { legs } } as const;
  const answer = await ask(parts, conference, command, commandOf(session, `leave-${turn}`));
  const refusal = refusalIn(answer);
  if (refusal !== null) {
    await tell({ type: 'supervision.roleRefused', data: { turn, reason: refusal } });
    return again(parts, 0);
  }
  if (!isTaken(answer)) return askAgain(parts, scene, `out ${turn}`);
  scene.tried(`leave ${turn}`);
  return again(parts, readAgainAfter);
}

async function rejoin(
  parts: SupervisionParts,
  scene: Scene,
  conference: Conference,
  wanted: Wanted,
): Promise<JobResult> {
  const { session, isIn } = scene;
  const { turn } = wanted;
  if (isIn) return verify(parts, scene, conference, { wanted, how: 'rejoined' });
  if (scene.hasTried(`rejoin ${turn}`)) return again(parts, lookAgainAfter);
  const commandId = commandOf(session, `rejoin-${turn}`);
  const answer = await ask(parts, conference, joinCommand(session, wanted), commandId);
  const refusal = refusalIn(answer);
  if (refusal !== null) return finish(parts, scene, { failed: refusal });
  if (!isTaken(answer)) return askAgain(parts, scene, `in ${turn}`);
  scene.tried(`rejoin ${turn}`);
  return again(parts, readAgainAfter);
}

/** Of a call that is bridged the carrier never reports a role: what it accepts counts (DOMAIN §4.4). */
async function setRoleOfCall(
  parts: SupervisionParts,
  scene: Scene,
  { turn, role }: Wanted,
): Promise<JobResult> {
  const { session, tell } = scene;
  const leg = session.callControlId;
  if (session.phase === 'dialling') await tell({ type: 'supervision.answered', data: {} });
  const isFirst = session.roles.length === 0;
  // It was dialled with the first role.
  if (leg !== null && !(isFirst && turn === 0)) {
    await tell({ type: 'supervision.settingRole', data: { turn } });
    const command = { type: 'call.switchSupervisorRole', fields: { role } } as const;
    const answer = await parts.carrier.runCall(leg, command, commandOf(session, `role-${turn}`));
    parts.onAnswer(answer);
    const refusal = refusalIn(answer);
    if (refusal !== null) {
      await tell({ type: 'supervision.roleRefused', data: { turn, reason: refusal } });
      return again(parts, 0);
    }
    // The same role twice is the same role.
    if (!isTaken(answer)) return askAgain(parts, scene, `ask ${turn}`);
  }
  const how = isFirst ? 'joined' : 'switched';
  await tell({ type: 'supervision.roleTaken', data: { turn, how, isBorneOut: null } });
  return again(parts, lookAgainAfter);
}

/** Hangs the supervisor's call up where it is still up, and says that the session is over. */
async function finish(parts: SupervisionParts, scene: Scene, end: End): Promise<JobResult> {
  const { session, call, tell, tried } = scene;
  const leg = session.callControlId;
  if (leg !== null && call?.hungUp == null) {
    const answer = await parts.carrier.hangUp(leg, commandOf(session, 'end'));
    parts.onAnswer(answer);
    const isOpen = answer.kind === 'unknown' || isBusy(answer);
    if (isOpen && tried('end') < mostTries) return again(parts, askAgainAfter);
  }
  if ('ended' in end) await tell({ type: 'supervision.ended', data: { reason: end.ended } });
  else await tell({ type: 'supervision.failed', data: { reason: end.failed } });
  return { kind: 'done' };
}

async function ask(
  { carrier, onAnswer }: SupervisionParts,
  conference: Conference,
  command: CarrierCommand,
  commandId: CommandId,
): Promise<CarrierAnswer> {
  const id: ConferenceId = conference.id;
  const answer = await carrier.run(id, command, commandId, regionOf(conference));
  onAnswer(answer);
  return answer;
}

function askAgain(parts: SupervisionParts, scene: Scene, what: string): Promise<JobResult> {
  if (scene.tried(what) < mostTries) return Promise.resolve(again(parts, askAgainAfter));
  return finish(parts, scene, { failed: 'outcome-unknown' });
}

function again({ now }: SupervisionParts, after: Micros): JobResult {
  return { kind: 'again', dueAt: now() + after };
}

function commandOf({ id }: Supervision, what: string): CommandId {
  return `${id}-${what}` as CommandId;
}

function legsOf({ callControlId }: Supervision): CallControlId[] {
  return callControlId === null ? [] : [callControlId];
}

function roleCommand(session: Supervision, { role, whisperTo }: Wanted): CarrierCommand {
  return { type: 'participants.setRole', fields: { legs: legsOf(session), role, whisperTo } };
}

function joinCommand(session: Supervision, { role, whisperTo }: Wanted): CarrierCommand {
  const quiet = {
    beep: 'never',
    endConferenceOnExit: false,
    softEndConferenceOnExit: false,
  } as const;
  const open = { mute: false, hold: false, startConferenceOnEnter: false };
  const fields = { legs: legsOf(session), role, whisperTo, ...open, ...quiet };
  return { type: 'participants.join', fields };
}

function isTaken(answer: CarrierAnswer): boolean {
  return answer.kind === 'accepted' || isInAlready(answer);
}

function isBusy(answer: CarrierAnswer): boolean {
  return answer.kind === 'refused' && answer.code === 'carrier-busy';
}

function isInAlready(answer: CarrierAnswer): boolean {
  return answer.kind === 'refused' && answer.carrierCode === alreadyIn;
}

/** Why the carrier would not; null where it did, may have, or asks to wait. */
function refusalIn(answer: CarrierAnswer): string | null {
  if (answer.kind !== 'refused' || isBusy(answer) || isInAlready(answer)) return null;
  return answer.detail === '' ? answer.code : answer.detail;
}
