import type { InboundStep } from '@/lib/contract/inbound-rule';
import { type Call, queueOf } from '@/lib/domain/call/call';
import type { CallCommand } from '@/lib/domain/call/command';
import type { Conference } from '@/lib/domain/conference/conference';
import { isCompleted, regionOf } from '@/lib/domain/conference/view';
import { callStream, conferenceStream, type ConferenceId } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import { type CallCommandParts, runCallCommand } from '@/server/call/run-call-command';
import { createConference, makeConference } from '@/server/conference/create-conference';
import type { DialWatch } from '@/server/conference/dial-watch';
import {
  type ConferenceCommandParts,
  runConferenceCommand,
} from '@/server/conference/run-conference-command';
import type { JobResult, JobWorker } from '@/server/jobs/run-jobs';
import { type ActiveRule, actorOf, type InboundBody, isFresh, stepId } from './inbound-job';
import type { InboundRuleTable } from './ports';
import { type Step, takeStep } from './take-step';

// News of the call comes sooner; this is for news that was lost.
const lookAgainAfter: Micros = 30_000_000;
const waitingLookAgainAfter: Micros = 60_000_000;
const soon: Micros = 1_500_000;
// The caller hung up, and the webhook of it is on its way (DOMAIN §5.2).
const callHasEnded = '90018';
// Another has just made a conference of that name, and we have not heard of it yet.
const nameTaken = '90033';
const nameTakenPatience: Micros = 20_000_000;

/** What doing with a call what its rule says needs. */
export interface InboundParts {
  readonly calls: CallCommandParts;
  readonly conferences: ConferenceCommandParts;
  readonly table: Pick<InboundRuleTable, 'noteDone' | 'noteFailure'>;
  readonly watch: DialWatch;
  readonly now: () => Micros;
}

type ToQueue = InboundBody & { readonly rule: Extract<ActiveRule, { readonly action: 'enqueue' }> };
type ToConference = InboundBody & {
  readonly rule: Extract<ActiveRule, { readonly action: 'join' }>;
};

/**
 * Brings one call a step further: answer, wait until it is answered, then into the queue or the conference.
 * Every step can be taken twice: what has been done stands in the call's events and in the books of commands.
 * A call that somebody else has taken, or whose caller has gone, is left alone without a word.
 */
export function createInboundWorker(parts: InboundParts): JobWorker {
  return async (job) => {
    const body = job.body as InboundBody;
    // Before anything is read, or news that comes meanwhile would be missed.
    parts.watch.expect(body.callControlId, job);
    const result = await advance(parts, body);
    if (result.kind === 'done') parts.watch.forget(body.callControlId);
    return result;
  };
}

const done: JobResult = { kind: 'done' };

async function advance(parts: InboundParts, body: InboundBody): Promise<JobResult> {
  const { calls, now } = parts;
  const call = (await calls.log.read(callStream(body.callControlId)))?.state;
  if (call?.hungUp !== null) return done;
  const answering = await calls.store.readCommand(stepId(body, 'answer'));
  if (call.answered === null) {
    if (answering === null && !isFresh(body.initiatedAt, now())) return done;
    return answer(parts, body);
  }
  const isOurs = answering !== null && answering.state !== 'refused';
  if (!isOurs || call.bridged !== null) return done;
  const { rule } = body;
  if (rule.action === 'enqueue') {
    if (call.joined !== null) return done;
    return call.enqueued === null
      ? enqueue(parts, { ...body, rule })
      : accompany(parts, { ...body, rule }, call);
  }
  if (call.enqueued !== null) return done;
  return call.joined === null ? join(parts, { ...body, rule }) : arrived(parts, body);
}

async function answer(parts: InboundParts, body: InboundBody): Promise<JobResult> {
  const step = callStep(parts, body, 'answer', { type: 'call.answer', fields: {} });
  return after(parts, body, 'answer', step);
}

async function enqueue(parts: InboundParts, body: ToQueue): Promise<JobResult> {
  const fields = { queue: body.rule.queue, keepAfterHangup: false };
  const step = callStep(parts, body, 'enqueue', { type: 'call.enqueue', fields });
  return after(parts, body, 'enqueue', step);
}

/** Plays to one who waits, for as long as they wait: a queue is silent by itself (DOMAIN §4.10). */
async function accompany(parts: InboundParts, body: ToQueue, call: Call): Promise<JobResult> {
  const { store } = parts.calls;
  const { music } = body.rule;
  if (music === null) return arrived(parts, body);
  const begun = await store.readCommand(stepId(body, 'music'));
  if (queueOf(call) === null) {
    if (begun?.state === 'refused' || call.playback?.value.isOn === false) return done;
    if (begun === null) return arrived(parts, body);
    const stop = callStep(parts, body, 'silence', { type: 'call.playStop', fields: {} });
    const state = await takeStep({ store, now: parts.now }, stop);
    // Whatever connected the caller may have stopped it: then there is nothing to stop.
    return state.kind === 'unclear' ? { kind: 'again', dueAt: parts.now() + soon } : done;
  }
  if (begun === null) await parts.table.noteDone(body.ruleId, parts.now());
  const fields = { ...music, loop: 'infinity' as const };
  const play = callStep(parts, body, 'music', { type: 'call.playStart', fields });
  if (call.playback?.value.isOn === true && begun !== null)
    return { kind: 'again', dueAt: parts.now() + waitingLookAgainAfter };
  return after(parts, body, 'music', play);
}

async function join(parts: InboundParts, body: ToConference): Promise<JobResult> {
  const { conferences } = parts;
  const name = body.rule.conference;
  const live = liveConference(conferences, name);
  if (live === null) return make(parts, body);
  const id = live.id;
  const commandId = stepId(body, `join-${id}`);
  const fields = { ...plainEntrance, legs: [body.callControlId] };
  const command = { type: 'participants.join', fields } as const;
  return after(parts, body, 'join', {
    commandId,
    run: () =>
      runConferenceCommand(conferences, id, {
        ...{ commandId, command, actor: actorOf(body), origin: null },
      }),
    askAgain: () => conferences.carrier.run(id, command, commandId, regionOf(live)),
  });
}

// Whoever calls in is no host: what a host does to a conference is for people to decide (DOMAIN §4.2).
const plainEntrance = {
  mute: false,
  hold: false,
  role: 'none',
  whisperTo: [],
  endConferenceOnExit: false,
  softEndConferenceOnExit: false,
  startConferenceOnEnter: false,
} as const;

async function make(parts: InboundParts, body: ToConference): Promise<JobResult> {
  const { conferences, now } = parts;
  const { callControlId, rule } = body;
  const commandId = stepId(body, 'create');
  const actor = actorOf(body);
  const fields = {
    name: rule.conference,
    startConferenceOnCreate: !rule.waitsForHost,
    beep: 'never',
    comfortNoise: true,
    maxParticipants: 250,
    callControlId,
  } as const;
  const command = { type: 'conference.create', fields } as const;
  const state = await takeStep(
    { store: conferences.store, now },
    {
      commandId,
      run: () => createConference(conferences, { commandId, command, actor, origin: null }),
      askAgain: async () =>
        (await makeConference(conferences, callControlId, fields, commandId, actor)).answer,
    },
  );
  const isTaken = state.kind === 'refused' && state.carrierCode === nameTaken;
  if (isTaken && now() - state.since < nameTakenPatience)
    return { kind: 'again', dueAt: now() + soon };
  return resultOf(parts, body, 'create', state);
}

function liveConference({ log }: ConferenceCommandParts, name: string): Conference | null {
  for (const stream of log.liveNames()) {
    if (!stream.startsWith('conference:')) continue;
    const id = stream.slice('conference:'.length) as ConferenceId;
    const state = log.peek(conferenceStream(id))?.state;
    const known = state?.description?.name ?? state?.settings?.name;
    if (state !== undefined && known === name && !isCompleted(state)) return state;
  }
  return null;
}

function callStep(
  { calls }: InboundParts,
  body: InboundBody,
  name: InboundStep,
  command: CallCommand,
): Step {
  const commandId = stepId(body, name);
  const { callControlId } = body;
  const request = { commandId, command, actor: actorOf(body), origin: null };
  return {
    commandId,
    run: () => runCallCommand(calls, callControlId, request),
    askAgain: () => calls.carrier.run(callControlId, command, commandId),
  };
}

async function after(
  parts: InboundParts,
  body: InboundBody,
  name: InboundStep,
  step: Step,
): Promise<JobResult> {
  const state = await takeStep({ store: parts.calls.store, now: parts.now }, step);
  return resultOf(parts, body, name, state);
}

async function resultOf(
  { table, now }: InboundParts,
  { ruleId }: InboundBody,
  step: InboundStep,
  state: Awaited<ReturnType<typeof takeStep>>,
): Promise<JobResult> {
  if (state.kind === 'accepted') return { kind: 'again', dueAt: now() + lookAgainAfter };
  if (state.kind === 'unclear') return { kind: 'again', dueAt: now() + soon };
  if (state.carrierCode === callHasEnded) return done;
  // The caller stays as they are, among the calls that people can see and take.
  await table.noteFailure(ruleId, { at: now(), step, reason: state.reason });
  return done;
}

async function arrived({ table, now }: InboundParts, { ruleId }: InboundBody): Promise<JobResult> {
  await table.noteDone(ruleId, now());
  return done;
}
