import type { RowsMessage, WatchAnswer } from '@/lib/contract/hub';
import type { QueueRow } from '@/lib/contract/rows';
import type { Numbered } from '@/lib/domain/event';
import { streamOf } from '@/lib/domain/ids';
import { evolve } from '@/lib/domain/queue/evolve';
import type { QueueEvent } from '@/lib/domain/queue/event';
import { type Queue, waitingIn } from '@/lib/domain/queue/queue';

/** A queue as somebody shows it: what its row says, and who waits in their order; null where that was not told. */
export interface BoardQueue {
  readonly depth: number | null;
  readonly legs: readonly string[] | null;
}

/** All queues as somebody shows them, by name. */
export type Board = Readonly<Record<string, BoardQueue>>;

interface Folded {
  readonly seq: number;
  readonly state: Queue;
}

type Message = ['rows', string, RowsMessage] | ['events', string, readonly Numbered<QueueEvent>[]];

/** The board that a socket has been told: the answers to its watches, by topic, and its frames since. */
export function boardOf(
  answers: ReadonlyMap<string, string>,
  frames: readonly { readonly text: string }[],
): Board {
  const rows = new Map<string, QueueRow>();
  const queues = new Map<string, Folded>();
  const take = ({ upserted, removed }: RowsMessage) => {
    for (const id of removed) rows.delete(id);
    for (const row of upserted) if (row.kind === 'queue') rows.set(row.id, row);
  };
  for (const [topic, text] of answers) {
    const [answer] = JSON.parse(text.slice(text.indexOf('['))) as [WatchAnswer];
    if (!answer.ok) continue;
    if ('rows' in answer) take(answer.rows);
    else if ('state' in answer) {
      queues.set(topic, { seq: answer.seq, state: answer.state as Queue });
    }
  }
  for (const { text } of frames) {
    const message = JSON.parse(text.slice(2)) as Message;
    if (message[0] === 'rows') take(message[2]);
    else queues.set(message[1], foldedOn(queues.get(message[1]), message[1], message[2]));
  }
  return boardFrom(
    [...rows.values()],
    new Map([...queues.values()].map(({ state }) => [state.name, state])),
  );
}

/** The board of these rows and these states, by the names of queues. */
export function boardFrom(rows: readonly QueueRow[], states: ReadonlyMap<string, Queue>): Board {
  const depths = new Map(rows.map(({ name, depth }) => [name, depth]));
  return Object.fromEntries(
    [...new Set([...depths.keys(), ...states.keys()])].map((name) => {
      const state = states.get(name);
      const legs = state === undefined ? null : waitingIn(state).map((call) => call.callControlId);
      return [name, { depth: depths.get(name) ?? null, legs }];
    }),
  );
}

function foldedOn(
  known: Folded | undefined,
  topic: string,
  events: readonly Numbered<QueueEvent>[],
): Folded {
  if (known === undefined || streamOf(topic)?.kind !== 'queue') {
    throw new Error(`Events of ${topic} were heard before its state`);
  }
  let { seq, state } = known;
  for (const event of events) {
    // Joined first and answered after: what happened in between is heard twice.
    if (event.seq <= seq) continue;
    if (event.seq !== seq + 1) {
      throw new Error(`${topic} skipped from event ${seq} to ${event.seq}`);
    }
    ({ seq } = event);
    state = evolve(state, event);
  }
  return { seq, state };
}
