import { z } from 'zod';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import { type StreamKind, streamOf } from '@/lib/domain/ids';
import type { Permission } from '@/lib/domain/permission';
import type { ListRow } from './rows';

/** The longest topic name: a call control id is up to about 120 characters (DOMAIN §1.0). */
const maxTopicLength = 600;

/** What a browser sends to watch a topic: a stream's name, or a list's. */
export const watchSchema = z.tuple([
  z.string().min(1).max(maxTopicLength),
  z.strictObject({ after: z.number().int().min(0).optional() }),
]);

/** Why a watch was refused. */
export type WatchRefusal =
  'bad-request' | 'unknown-topic' | 'not-found' | 'not-allowed' | 'store-unavailable';

/** What it needs to watch the streams of each kind, by socket or by HTTP. */
export const watchingNeeds: Readonly<Record<StreamKind, Permission>> = {
  conference: 'conference.watch',
  queue: 'queue.watch',
  call: 'conference.watch',
  creation: 'conference.watch',
  supervision: 'conference.supervise',
  dial: 'conference.watch',
};

/** The lists that are pushed as rows, and what it needs to watch each. */
const listNeeds = {
  overview: 'conference.watch',
  calls: 'conference.watch',
  recordings: 'recording.read',
} as const satisfies Record<string, Permission>;
/** A topic whose rows are pushed. */
export type ListTopic = keyof typeof listNeeds;

/** Whether a topic is that of a list. */
export function isListTopic(topic: string): topic is ListTopic {
  return Object.hasOwn(listNeeds, topic);
}

/** What it needs to watch a topic; null for one that there is not. */
export function topicNeeds(topic: string): Permission | null {
  if (isListTopic(topic)) return listNeeds[topic];
  const stream = streamOf(topic);
  return stream === null ? null : watchingNeeds[stream.kind];
}

/** The answer to `watch`; `now` is the server's clock in microseconds, to tell ages by. */
export type WatchAnswer =
  | { readonly ok: true; readonly now: number; readonly seq: number; readonly state: unknown }
  | {
      readonly ok: true;
      readonly now: number;
      readonly seq: number;
      readonly events: readonly Numbered<DomainEvent>[];
    }
  | { readonly ok: true; readonly now: number; readonly rows: RowsMessage }
  | { readonly ok: false; readonly code: WatchRefusal; readonly detail: string };

/** Rows of a list that changed. `rev` counts per topic and node: a jump means something was missed. */
export interface RowsMessage {
  readonly rev: number;
  readonly upserted: readonly ListRow[];
  readonly removed: readonly string[];
}

/** What the browser may send. */
export interface ClientToServer {
  watch: (topic: string, options: { after?: number }, answer: (reply: WatchAnswer) => void) => void;
  unwatch: (topic: string) => void;
}

/** What the server sends. */
export interface ServerToClient {
  events: (topic: string, events: readonly Numbered<DomainEvent>[]) => void;
  rows: (topic: string, message: RowsMessage) => void;
  /** The session behind this socket has ended; the connection is closed after it. */
  'signed-out': () => void;
}

/** Over this many missing events a watcher is given the state instead. */
export const maxMissingEvents = 200;
