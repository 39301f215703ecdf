import type { RowsMessage, WatchAnswer, WatchRefusal } from '@/lib/contract/hub';
import type { DomainEvent, Numbered } from '@/lib/domain/event';
import { type Connection, createConnection } from './connection';
import type { HubListener, HubPort } from './hub-port';
import type { ServerClock } from './server-clock';

/** An answer to `watch` that was not a refusal. */
export type WatchGranted = Extract<WatchAnswer, { ok: true }>;

/** Somebody who keeps in step with one topic. */
export interface Follower {
  /** The number of the last event held; null when nothing is held or the topic has no numbers. */
  after: () => number | null;
  take: (answer: WatchGranted) => void;
  refused?: (code: WatchRefusal) => void;
  events?: (events: readonly Numbered<DomainEvent>[]) => void;
  rows?: (message: RowsMessage) => void;
}

/** The topics this page follows, each watched once however many follow it. */
export interface Hub {
  readonly connection: Connection['store'];
  /** Connects, and stays connected until the function it answers is called. */
  open: () => () => void;
  /** Keeps `follower` in step with the topic; answers how to stop. */
  follow: (topic: string, follower: Follower) => () => void;
  /** Asks for what is missing of a topic; while one question is out, the next waits. */
  ask: (topic: string) => void;
  /** Makes sure, after a sleep or a change of network, that the connection is what it seems. */
  check: () => void;
}

interface Topic {
  readonly followers: Set<Follower>;
  /** The question that is out; an answer counts only while it is this one. */
  question: symbol | null;
  isAskedAgain: boolean;
  retry: ReturnType<typeof setTimeout> | undefined;
}

interface Asking {
  ask: (name: string) => void;
  askAll: () => void;
}

const retryMs = 3000;

/** What the hub tells whoever watches over access. */
export interface AccessNews {
  /** The connection stands, for the first time or again: a role may have changed meanwhile. */
  reload: () => void;
  /** The session behind the connection has ended. */
  lost: () => void;
}

/** The hub over a connection that is not open yet. */
export function createHub(port: HubPort, clock: ServerClock, access: AccessNews): Hub {
  const topics = new Map<string, Topic>();
  const connection = createConnection();
  const { ask, askAll } = createAsking(port, clock, connection, topics);
  const listener: HubListener = {
    connected() {
      for (const topic of topics.values()) topic.question = null;
      askAll();
      access.reload();
    },
    disconnected: connection.isDown,
    signedOut: access.lost,
    events(name, events) {
      for (const follower of topics.get(name)?.followers ?? []) follower.events?.(events);
    },
    rows(name, message) {
      for (const follower of topics.get(name)?.followers ?? []) follower.rows?.(message);
    },
  };
  return {
    connection: connection.store,
    ask,
    open() {
      port.open(listener);
      connection.isDown();
      return () => {
        port.close();
        connection.close();
      };
    },
    check() {
      if (port.isConnected()) askAll();
      else port.reconnect();
    },
    follow(name, follower) {
      const topic = topics.get(name) ?? newTopic();
      topics.set(name, topic);
      topic.followers.add(follower);
      ask(name);
      return () => {
        topic.followers.delete(follower);
        if (topic.followers.size > 0 || topics.get(name) !== topic) return;
        clearTimeout(topic.retry);
        topic.question = null;
        topics.delete(name);
        port.unwatch(name);
      };
    },
  };
}

function createAsking(
  port: HubPort,
  clock: ServerClock,
  connection: Connection,
  topics: ReadonlyMap<string, Topic>,
): Asking {
  function ask(name: string) {
    const topic = topics.get(name);
    if (topic === undefined || !port.isConnected()) return;
    clearTimeout(topic.retry);
    topic.isAskedAgain = topic.question !== null;
    if (topic.question !== null) return;
    const question = Symbol(name);
    topic.question = question;
    const askedAt = Date.now();
    port.watch(name, afterOf(topic.followers)).then(
      (answer) => {
        if (topic.question === question) hearAnswer(name, topic, answer, askedAt);
      },
      () => {
        if (topic.question !== question) return;
        topic.question = null;
        // No answer in time: whatever the socket believes, nobody is there.
        if (port.isConnected()) port.reconnect();
      },
    );
  }

  function hearAnswer(name: string, topic: Topic, answer: WatchAnswer, askedAt: number) {
    topic.question = null;
    if (answer.ok) {
      clock.learn(answer.now, askedAt, Date.now());
      connection.isUp();
      for (const follower of topic.followers) follower.take(answer);
    } else {
      for (const follower of topic.followers) follower.refused?.(answer.code);
      topic.retry = setTimeout(() => {
        ask(name);
      }, retryMs);
    }
    if (topic.isAskedAgain) ask(name);
  }

  return {
    ask,
    askAll() {
      for (const name of topics.keys()) ask(name);
    },
  };
}

function newTopic(): Topic {
  return { followers: new Set(), question: null, isAskedAgain: false, retry: undefined };
}

function afterOf(followers: ReadonlySet<Follower>): { after?: number } {
  const held = [...followers].map((follower) => follower.after());
  const known = held.filter((after) => after !== null);
  return known.length < held.length || known.length === 0 ? {} : { after: Math.min(...known) };
}
