import { createHash } from 'node:crypto';
import type { Actor, DomainEvent } from '@/lib/domain/event';
import type { CommandId, StreamName } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { Batch, Draft } from './batch';
import type { CarrierAnswer } from './carrier-answer';
import type { StateOf } from './folds';
import type { Log } from './log';
import type {
  CommandOrigin,
  CommandRecord,
  CommandState,
  JobRecord,
  LoggedEvent,
  Store,
} from './ports';
import { settledCommand, type Settlement, type TellCommand } from './settled-command';

/** A command as it came, to be judged, written down, and given to the carrier once. */
export interface CommandRequest<N extends StreamName, C> {
  readonly stream: N;
  readonly commandId: CommandId;
  readonly command: C;
  readonly actor: Actor;
  /** Null for one that a rule gives and not a request. */
  readonly origin: CommandOrigin | null;
  readonly now: Micros;
  /** Judges it by the state it finds inside the commit. */
  readonly decide: (
    state: StateOf<N>,
  ) => { readonly ok: true; readonly command: C } | { readonly ok: false; readonly code: string };
  /**
   * What it makes true among ourselves: then the carrier is not asked, and these events are all that
   * is written. Left out, or null: it is for the carrier.
   */
  readonly ownFacts?: (state: StateOf<N>, command: C) => readonly DomainEvent[] | null;
  readonly carry: (command: C) => Promise<CarrierAnswer>;
  /** What else is to be written with the carrier's answer. */
  readonly eventsAfter?: (answer: CarrierAnswer) => readonly DomainEvent[];
  /** What calls beside its own stream are to hear with the carrier's answer. */
  readonly toldAfter?: (answer: CarrierAnswer) => readonly ToldCall[];
  /** What is to be done once the carrier has answered: reading back, for one. */
  readonly jobsAfter: (answer: CarrierAnswer, batch: Batch) => readonly Omit<JobRecord, 'tries'>[];
}

/** Something that a call is to hear of a command which was given elsewhere. */
export interface ToldCall {
  readonly call: `call:${string}`;
  readonly event: DomainEvent;
}

/** What became of a command. */
export type CommandOutcome =
  | {
      readonly kind: 'done';
      readonly state: CommandState;
      readonly events: readonly LoggedEvent[];
    }
  /** The id was used for something else. */
  | { readonly kind: 'reused' };

/** Where commands are written, and which of them this process is waiting for the carrier to answer. */
export interface CommandBooks {
  readonly log: Log;
  readonly store: Store;
  readonly inFlight: Set<CommandId>;
  readonly tell: TellCommand;
}

/**
 * Runs a command: the intent is durable before the carrier is called, whatever happens then. The
 * same id with the same body answers what is in the books and never calls the carrier again.
 */
export async function runCommand<N extends StreamName, C>(
  books: CommandBooks,
  request: CommandRequest<N, C>,
): Promise<CommandOutcome> {
  const { log, store, inFlight } = books;
  const { stream, commandId, actor, origin } = request;
  const bodyHash = hashOf(request.command);
  const known = await store.readCommand(commandId);
  if (known !== null) return answered(store, known, request, bodyHash);
  const claim: CommandRecord = {
    commandId,
    actor,
    bodyHash,
    stream,
    state: 'sent',
    eventSeqs: [],
    createdAt: request.now,
    origin,
  };
  const tell = (batch: Batch, command: C, settlement: Settlement) => {
    const deed = books.tell(stream, batch.stateOf(stream), command);
    batch.addActivity(settledCommand(claim, deed, settlement, batch.now));
  };
  const intent = await log.submit({
    streams: [stream],
    claim,
    run: (batch) => writeIntent(batch, request, tell),
  });
  if (intent.kind === 'known') return answered(store, intent.record, request, bodyHash);
  if (intent.kind === 'refused') return { kind: 'done', state: 'refused', events: intent.events };
  if (intent.kind === 'own') return { kind: 'done', state: 'accepted', events: intent.events };
  inFlight.add(commandId);
  try {
    const answer = await request.carry(intent.command);
    const events = await writeAnswer(log, request, intent.events, answer, (batch) => {
      tell(batch, intent.command, answer);
    });
    return { kind: 'done', state: stateOf(answer), events };
  } finally {
    inFlight.delete(commandId);
  }
}

function writeAnswer<N extends StreamName, C>(
  log: Log,
  request: CommandRequest<N, C>,
  before: readonly LoggedEvent[],
  answer: CarrierAnswer,
  tell: (batch: Batch) => void,
): Promise<readonly LoggedEvent[]> {
  const { stream, commandId, actor } = request;
  const told = request.toldAfter?.(answer) ?? [];
  return log.submit({
    streams: [stream, ...told.map(({ call }) => call)],
    run: (batch) => {
      for (const { call, event } of told) batch.append(call, [draftOf(event, commandId, actor)]);
      const more = request.eventsAfter?.(answer) ?? [];
      const drafts = more.map((event) => draftOf(event, commandId, actor));
      const written = batch.append(stream, [answerDraft(answer, commandId, actor), ...drafts]);
      const all = [...before, ...written];
      batch.saveCommand(
        commandId,
        stateOf(answer),
        all.map(({ seq }) => seq),
      );
      for (const job of request.jobsAfter(answer, batch)) batch.addJob(job);
      tell(batch);
      return all;
    },
  });
}

type Intent<C> =
  | { readonly kind: 'written'; readonly command: C; readonly events: readonly LoggedEvent[] }
  | { readonly kind: 'known'; readonly record: CommandRecord }
  | { readonly kind: 'refused'; readonly events: readonly LoggedEvent[] }
  | { readonly kind: 'own'; readonly events: readonly LoggedEvent[] };

function writeIntent<N extends StreamName, C>(
  batch: Batch,
  request: CommandRequest<N, C>,
  tell: (batch: Batch, command: C, settlement: Settlement) => void,
): Intent<C> {
  const { stream, commandId, actor } = request;
  const record = batch.claimedBefore(commandId);
  if (record !== null) return { kind: 'known', record };
  const decision = request.decide(batch.stateOf(stream));
  const command = decision.ok ? decision.command : request.command;
  const sent = draftOf({ type: 'command.sent', data: { command } }, commandId, actor);
  if (!decision.ok) {
    const data = { code: decision.code, carrierCode: null, detail: '' };
    const refused = draftOf({ type: 'command.refused', data }, commandId, actor);
    const events = batch.append(stream, [sent, refused]);
    tell(batch, command, { kind: 'refused', ...data });
    batch.saveCommand(
      commandId,
      'refused',
      events.map(({ seq }) => seq),
    );
    return { kind: 'refused', events };
  }
  const facts = request.ownFacts?.(batch.stateOf(stream), command) ?? null;
  if (facts !== null)
    return writeOwn(batch, request, facts, () => {
      tell(batch, command, { kind: 'accepted' });
    });
  const events = batch.append(stream, [sent]);
  batch.saveCommand(
    commandId,
    'sent',
    events.map(({ seq }) => seq),
  );
  return { kind: 'written', command, events };
}

function writeOwn<N extends StreamName, C>(
  batch: Batch,
  { stream, commandId, actor, jobsAfter }: CommandRequest<N, C>,
  facts: readonly DomainEvent[],
  tell: () => void,
): { readonly kind: 'own'; readonly events: readonly LoggedEvent[] } {
  const own = { source: 'rostrum', commandId, actor, occurredAt: null } as const;
  const events = batch.append(
    stream,
    facts.map((event) => ({ ...own, event })),
  );
  batch.saveCommand(
    commandId,
    'accepted',
    events.map(({ seq }) => seq),
  );
  for (const job of jobsAfter({ kind: 'accepted' }, batch)) batch.addJob(job);
  tell();
  return { kind: 'own', events };
}

async function answered<N extends StreamName, C>(
  store: Store,
  record: CommandRecord,
  request: CommandRequest<N, C>,
  bodyHash: string,
): Promise<CommandOutcome> {
  const isSame =
    record.bodyHash === bodyHash &&
    record.stream === request.stream &&
    record.actor.userId === request.actor.userId;
  if (!isSame) return { kind: 'reused' };
  const events = await readSeqs(store, record);
  return { kind: 'done', state: record.state, events };
}

async function readSeqs(store: Store, record: CommandRecord): Promise<readonly LoggedEvent[]> {
  const first = Math.min(...record.eventSeqs);
  const last = Math.max(...record.eventSeqs);
  if (record.eventSeqs.length === 0) return [];
  const range = await store.readEvents(record.stream, {
    after: first - 1,
    limit: last - first + 1,
  });
  return range.filter(({ seq }) => record.eventSeqs.includes(seq));
}

/** The event that writes down what the carrier answered. */
export function answerDraft(answer: CarrierAnswer, commandId: CommandId, actor: Actor): Draft {
  if (answer.kind === 'accepted') {
    return draftOf({ type: 'command.accepted', data: {} }, commandId, actor);
  }
  if (answer.kind === 'unknown') {
    return draftOf({ type: 'command.unknown', data: { detail: answer.detail } }, commandId, actor);
  }
  const { code, carrierCode, detail } = answer;
  const data = { code, carrierCode, detail };
  return draftOf({ type: 'command.refused', data }, commandId, actor);
}

function draftOf(event: DomainEvent, commandId: CommandId, actor: Actor): Draft {
  return { event, source: 'command', commandId, actor, occurredAt: null };
}

function stateOf(answer: CarrierAnswer): CommandState {
  return answer.kind;
}

function hashOf(command: unknown): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('hex');
}
