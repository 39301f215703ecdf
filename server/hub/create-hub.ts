import { Server, type Socket } from 'socket.io';
import {
  type ClientToServer,
  isListTopic,
  type ListTopic,
  maxMissingEvents,
  type RowsMessage,
  type ServerToClient,
  topicNeeds,
  type WatchAnswer,
  watchSchema,
} from '@/lib/contract/hub';
import { wallboardTopic } from '@/lib/contract/rows';
import { shownRows } from '@/lib/contract/shown';
import { kindOf, type StreamName } from '@/lib/domain/ids';
import { may, type Role, roles } from '@/lib/domain/permission';
import { type Sight, shownEvents, shownState, sightOf } from '@/lib/domain/shown';
import type { Micros } from '@/lib/domain/stamp';
import type { Log } from '@/server/log/log';
import type { LoggedEvent, Store } from '@/server/log/ports';
import { boardRows } from '@/server/wallboard/board-rows';
import type { WallboardRecord } from '@/server/wallboard/ports';
import { type GuardParts, guardSockets } from './guard-sockets';
import { createPacer } from './pacer';

const maxMessageBytes = 64 * 1024;
const maxUnsentBytes = 1024 * 1024;
const checkEveryMs = 1_000;
const maxTopicsPerSocket = 200;

type HubServer = Server<ClientToServer, ServerToClient>;
type HubSocket = Socket<ClientToServer, ServerToClient>;

/** The hub: whoever watches a topic hears of it. */
export interface Hub {
  readonly io: HubServer;
  /** Whether anybody watches the topic now. */
  isWatched(topic: string): boolean;
  readonly sockets: () => number;
  close(): Promise<void>;
}

/** A list whose rows are told as they change. */
export interface RowList {
  /** All rows, as of the number of the last message. */
  all(): RowsMessage;
  /** Hears what changed while `isHeard` says that somebody listens. Returns how to stop. */
  follow(listener: (message: RowsMessage) => void, isHeard: () => boolean): () => void;
}

/** What the hub is built of. */
export interface HubParts {
  readonly log: Log;
  readonly store: Pick<Store, 'readEvents'>;
  readonly lists: Readonly<Record<ListTopic, RowList>>;
  readonly now: () => Micros;
  /** Whether a handshake with this Origin and Host may connect. */
  readonly isSameOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** How sockets are let in, and cut off. */
  readonly guard: GuardParts;
}

/** Makes the hub; attach `io` to the HTTP server (REPORT §1 says how beside Next). */
export function createHub(parts: HubParts): Hub {
  const io: HubServer = new Server({
    path: '/socket.io',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    destroyUpgrade: false,
    maxHttpBufferSize: maxMessageBytes,
    allowRequest: (request, answer) => {
      const isAllowed = parts.isSameOrigin(request.headers.origin, request.headers.host);
      answer(isAllowed ? null : 'cross-origin', isAllowed);
    },
  });
  const guard = guardSockets(io, parts.guard);
  /** Those that hang somewhere, by their rooms. */
  const boards = new Map<string, WallboardRecord>();
  const sizeOf = (room: string) => io.sockets.adapter.rooms.get(room)?.size ?? 0;
  const watching = (topic: string) =>
    sights.reduce((sum, sight) => sum + sizeOf(roomOf(topic, sight)), 0);
  // Each message is made once for a room, however many sit in it; and not at all for an empty one.
  const pacer = createPacer(watching, (topic, events) => {
    const name = topic as StreamName;
    const state = parts.log.peek(name)?.state ?? null;
    for (const sight of sights) {
      const room = roomOf(topic, sight);
      if (sizeOf(room) === 0) continue;
      io.to(room).emit('events', topic, shownEvents(kindOf(name), state, events, sight));
    }
  });
  const stopFollowing = parts.log.follow(({ name, events }) => {
    pacer.add(name, events);
  });
  const isWatched = (topic: string) => watching(topic) > 0;
  const hung = () => [...boards.keys()].filter((room) => sizeOf(room) > 0);
  const tellBoards = (message: RowsMessage) => {
    for (const room of boards.keys()) if (sizeOf(room) === 0) boards.delete(room);
    // Even with nothing in it: a hole in the numbers means that something was missed.
    for (const [room, board] of boards)
      io.to(room).emit('rows', wallboardTopic, boardRows(board, message));
  };
  const stopRows = Object.entries(parts.lists).map(([topic, list]) =>
    list.follow(
      (message) => {
        for (const sight of sights) {
          const room = roomOf(topic, sight);
          if (sizeOf(room) > 0) io.to(room).emit('rows', topic, shownRows(message, sight));
        }
        if (topic === 'overview') tellBoards(message);
      },
      () => isWatched(topic) || (topic === 'overview' && hung().length > 0),
    ),
  );
  io.on('connection', (socket) => {
    const board = guard.boardOf(socket);
    const watching =
      board === null
        ? (args: unknown[]) => watch(parts, socket, args, () => guard.actorOf(socket)?.role ?? null)
        : (args: unknown[]) => {
            boards.set(boardRoom(board), board);
            return watchBoard(parts, socket, args, board);
          };
    serve(socket, watching);
  });
  const timer = setInterval(() => {
    closeSlow(io);
  }, checkEveryMs);
  return {
    io,
    isWatched,
    sockets: () => io.sockets.sockets.size,
    close: async () => {
      clearInterval(timer);
      guard.stop();
      stopFollowing();
      for (const stop of stopRows) stop();
      pacer.stop();
      for (const socket of io.sockets.sockets.values()) cutOff(socket);
      await io.close();
    },
  };
}

/** The room of a wallboard as it is set up: changed, it is another one. */
function boardRoom({ id, updatedAt }: WallboardRecord): string {
  return `board ${id} ${updatedAt}`;
}

/** A topic has a room for each of these that somebody's role has; all who sit in one see the same. */
const sights: readonly Sight[] = [
  ...new Map(roles.map(sightOf).map((sight) => [nameOf(sight), sight])).values(),
];

function nameOf({ numbers, supervision }: Sight): string {
  return `${numbers ? 'numbers' : 'masked'}${supervision ? ' supervision' : ''}`;
}

function roomOf(topic: string, sight: Sight): string {
  return `${nameOf(sight)} ${topic}`;
}

function serve(socket: HubSocket, watching: (args: unknown[]) => Promise<WatchAnswer>): void {
  // Types are no validation: whatever the browser sends is unknown until parsed.
  const anySocket = socket as unknown as {
    on: (event: string, listener: (...args: unknown[]) => void) => void;
  };
  anySocket.on('watch', (...args) => {
    const answer = args.at(-1);
    if (typeof answer !== 'function') return;
    void watching(args.slice(0, -1)).then((reply) => {
      (answer as (reply: WatchAnswer) => void)(reply);
    });
  });
  anySocket.on('unwatch', (topic) => {
    if (typeof topic !== 'string') return;
    for (const sight of sights) void socket.leave(roomOf(topic, sight));
  });
}

async function watchBoard(
  { lists, now }: HubParts,
  socket: HubSocket,
  args: unknown[],
  board: WallboardRecord,
): Promise<WatchAnswer> {
  const read = watchSchema.safeParse(args);
  if (!read.success || read.data[0] !== wallboardTopic) {
    const detail = `The link of a wallboard opens the topic ${wallboardTopic} and no other`;
    return { ok: false, code: 'not-allowed', detail };
  }
  await socket.join(boardRoom(board));
  return { ok: true, now: now(), rows: boardRows(board, lists.overview.all()) };
}

async function watch(
  parts: HubParts,
  socket: HubSocket,
  args: unknown[],
  roleOf: () => Role | null,
): Promise<WatchAnswer> {
  const read = watchSchema.safeParse(args);
  if (!read.success) {
    return { ok: false, code: 'bad-request', detail: 'Send watch(topic, { after? }, answer)' };
  }
  const [topic, { after }] = read.data;
  const needed = topicNeeds(topic);
  if (needed === null) {
    const detail =
      'There are the topics overview, calls, recordings, conference:{id}, call:{id}, queue:{name}, creation:{id}, dial:{id} and supervision:{id}';
    return { ok: false, code: 'unknown-topic', detail };
  }
  const role = roleOf();
  if (role === null || !may(role, needed)) {
    const detail = `Watching this needs the permission ${needed}, which a ${role ?? 'wallboard'} does not have`;
    return { ok: false, code: 'not-allowed', detail };
  }
  const sight = sightOf(role);
  const room = roomOf(topic, sight);
  // Its own id is a room as well.
  if (!socket.rooms.has(room) && socket.rooms.size > maxTopicsPerSocket) {
    return { ok: false, code: 'bad-request', detail: `Watch at most ${maxTopicsPerSocket} topics` };
  }
  // Joined first and read after: what happens in between is heard twice rather than never.
  await socket.join(room);
  try {
    const reply = await answerWatch(parts, topic, after, sight);
    if (!reply.ok) await socket.leave(room);
    return reply;
  } catch {
    await socket.leave(room);
    return { ok: false, code: 'store-unavailable', detail: 'The store does not answer: try again' };
  }
}

async function answerWatch(
  parts: HubParts,
  topic: string,
  after: number | undefined,
  sight: Sight,
): Promise<WatchAnswer> {
  const now = parts.now();
  if (isListTopic(topic)) {
    const rows = parts.lists[topic].all();
    return { ok: true, now, rows: shownRows(rows, sight) };
  }
  const name = topic as StreamName;
  const view = await parts.log.read(name);
  if (view === null) {
    return { ok: false, code: 'not-found', detail: 'Nothing has been heard of it' };
  }
  const { seq } = view;
  const missing = after === undefined ? Infinity : seq - after;
  if (missing > maxMissingEvents || missing < 0) {
    return { ok: true, now, seq, state: shownState(kindOf(name), view.state, sight) };
  }
  const events: readonly LoggedEvent[] =
    missing === 0 ? [] : await parts.store.readEvents(name, { after, limit: missing });
  return { ok: true, now, seq, events: shownEvents(kindOf(name), view.state, events, sight) };
}

/** A browser that does not read would make us keep everything for it: it may come back and catch up. */
function closeSlow(io: HubServer): void {
  for (const socket of io.sockets.sockets.values()) {
    if ((rawSocketOf(socket)?.bufferedAmount ?? 0) > maxUnsentBytes) cutOff(socket);
  }
}

// A closing handshake waits half a minute for a browser that does not read, and keeps what is unsent.
function cutOff(socket: HubSocket): void {
  const raw = rawSocketOf(socket);
  if (raw === undefined) socket.disconnect(true);
  else raw.terminate();
}

function rawSocketOf(
  socket: HubSocket,
): { readonly bufferedAmount: number; readonly terminate: () => void } | undefined {
  const { transport } = socket.conn as unknown as {
    transport: { socket?: { bufferedAmount: number; terminate: () => void } };
  };
  return transport.socket;
}
