import type { Aggregate } from '@/lib/domain/aggregate';
import { callAggregate } from '@/lib/domain/call/aggregate';
import type { Call } from '@/lib/domain/call/call';
import { conferenceAggregate } from '@/lib/domain/conference/aggregate';
import type { Conference } from '@/lib/domain/conference/conference';
import { everIn } from '@/lib/domain/conference/came-back';
import { endReasonOf, isCompleted, startedAt } from '@/lib/domain/conference/view';
import { type Creation, creationAggregate, isMade } from '@/lib/domain/creation/creation';
import { type Dial, dialAggregate } from '@/lib/domain/dial/dial';
import type { DomainEvent } from '@/lib/domain/event';
import type { StreamKind } from '@/lib/domain/ids';
import { queueAggregate } from '@/lib/domain/queue/aggregate';
import type { Queue } from '@/lib/domain/queue/queue';
import { isOver as isQueueOver } from '@/lib/domain/queue/view';
import {
  isOver,
  type Supervision,
  supervisionAggregate,
} from '@/lib/domain/supervision/supervision';
import type { LoggedEvent, StreamSummary } from './ports';

/** The state that a stream of this name folds to. */
export type StateOf<Name extends string> = Name extends `conference:${string}`
  ? Conference
  : Name extends `call:${string}`
    ? Call
    : Name extends `queue:${string}`
      ? Queue
      : Name extends `creation:${string}`
        ? Creation
        : Name extends `dial:${string}`
          ? Dial
          : Name extends `supervision:${string}`
            ? Supervision
            : unknown;

/** How one kind of stream is folded, without its types: the log keeps all kinds alike. */
export interface Fold {
  readonly version: number;
  initial(key: string): unknown;
  evolve(state: unknown, event: LoggedEvent): unknown;
  /** Whether more can be expected; what is not live leaves memory. */
  isLive(state: unknown): boolean;
  /** What lists show once it is over; null while it is not. */
  summary(state: unknown): StreamSummary | null;
}

function foldOf<S, E extends DomainEvent, C>(
  aggregate: Aggregate<S, E, C>,
  isLive: (state: S) => boolean,
  summary: (state: S) => StreamSummary | null,
): Fold {
  // Streams of one kind hold that kind's events and states only; this is the one place that says so.
  return { ...aggregate, isLive, summary };
}

/** How each kind of stream is folded. */
export const folds: Record<StreamKind, Fold> = {
  conference: foldOf(conferenceAggregate, (c) => !isCompleted(c), conferenceSummary),
  call: foldOf(
    callAggregate,
    (call) => call.hungUp === null,
    () => null,
  ),
  creation: foldOf(
    creationAggregate,
    (creation) => !isMade(creation),
    () => null,
  ),
  dial: foldOf(
    dialAggregate,
    (dial) => dial.phase === 'asked',
    () => null,
  ),
  supervision: foldOf(
    supervisionAggregate,
    (session) => !isOver(session),
    () => null,
  ),
  queue: foldOf(
    queueAggregate,
    (queue) => !isQueueOver(queue),
    () => null,
  ),
};

/** What the list of ended conferences keeps of each. */
export interface EndedConference {
  readonly everIn: number;
  readonly endReason: string | null;
  readonly region: string | null;
  readonly connectionId: string | null;
}

function conferenceSummary(conference: Conference): StreamSummary | null {
  if (!isCompleted(conference)) return null;
  const row: EndedConference = {
    everIn: everIn(conference),
    endReason: endReasonOf(conference),
    region: conference.description?.region ?? null,
    connectionId:
      conference.description?.connectionId ?? conference.created?.value.connectionId ?? null,
  };
  return {
    title: conference.description?.name ?? null,
    startedAt: startedAt(conference),
    endedAt: conference.ended?.at ?? null,
    row,
  };
}
