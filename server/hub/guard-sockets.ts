import type { Server, Socket } from 'socket.io';
import type { AccountNews, SignedIn } from '@/server/auth/ports';
import type { Sessions } from '@/server/auth/sessions';
import type { WallboardLinks } from '@/server/wallboard/open-wallboards';
import type { WallboardRecord } from '@/server/wallboard/ports';

/** What sockets are guarded with. */
export interface GuardParts {
  readonly sessions: Sessions;
  readonly news: Pick<AccountNews, 'follow'>;
  readonly boards: WallboardLinks;
  /** How often every open socket is looked at, in ms (ARCHITECTURE §5: 30 s). */
  readonly everyMs: number;
}

/** Who sits behind the sockets. */
export interface SocketGuard {
  /** Whoever is signed in there; null where a wallboard hangs. */
  actorOf(socket: Socket): SignedIn | null;
  /** The wallboard that hangs there; null where somebody is signed in. */
  boardOf(socket: Socket): WallboardRecord | null;
  stop(): void;
}

/** Behind each socket is one of the two. */
type Behind =
  | { readonly kind: 'person'; readonly session: SignedIn }
  | { readonly kind: 'board'; readonly board: WallboardRecord };

const key = 'behind';

/**
 * Lets only sessions and the links of wallboards connect, and cuts a socket off as soon as its session or
 * link ends or changes: the browser comes back with what it may do now, or learns that it may nothing. A
 * look that fails changes nothing.
 */
export function guardSockets(io: Server, parts: GuardParts): SocketGuard {
  const { sessions, news, boards, everyMs } = parts;
  io.use((socket, next) => {
    letIn(parts, socket).then(
      (behind) => {
        if (behind === null) {
          next(new Error('not-signed-in'));
          return;
        }
        keep(socket, behind);
        next();
        // It may have ended between our look and the list that news are compared with.
        check([socket]);
      },
      () => {
        next(new Error('store-unavailable'));
      },
    );
  });
  const checkPeople = (sockets: readonly Socket[]) => {
    const ids = sockets.flatMap((socket) => actorOf(socket)?.sessionId ?? []);
    if (ids.length === 0) return;
    sessions.open([...new Set(ids)]).then(
      (open) => {
        for (const socket of sockets) {
          const was = actorOf(socket);
          if (was === null) continue;
          const session = open.get(was.sessionId);
          if (session === undefined) socket.emit('signed-out');
          if (session?.role !== was.role) socket.disconnect(true);
          else keep(socket, { kind: 'person', session });
        }
      },
      () => undefined,
    );
  };
  const checkBoards = (sockets: readonly Socket[]) => {
    const ids = sockets.flatMap((socket) => boardOf(socket)?.id ?? []);
    if (ids.length === 0) return;
    boards.byIds([...new Set(ids)]).then(
      (known) => {
        for (const socket of sockets) {
          const was = boardOf(socket);
          if (was === null) continue;
          const board = known.get(was.id);
          if (board?.tokenHash !== was.tokenHash) socket.emit('signed-out');
          if (JSON.stringify(board) !== JSON.stringify(was)) socket.disconnect(true);
        }
      },
      () => undefined,
    );
  };
  const check = (sockets: readonly Socket[]) => {
    checkPeople(sockets);
    checkBoards(sockets);
  };
  const all = () => [...io.sockets.sockets.values()];
  const stops = [
    news.follow((userId) => {
      checkPeople(
        userId === null ? all() : all().filter((socket) => actorOf(socket)?.userId === userId),
      );
    }),
    boards.follow((id) => {
      checkBoards(all().filter((socket) => boardOf(socket)?.id === id));
    }),
  ];
  const timer = setInterval(() => {
    check(all());
  }, everyMs);
  return {
    actorOf,
    boardOf,
    stop: () => {
      clearInterval(timer);
      for (const stop of stops) stop();
    },
  };
}

async function letIn({ sessions, boards }: GuardParts, socket: Socket): Promise<Behind | null> {
  const { wallboard } = socket.handshake.auth as { readonly wallboard?: unknown };
  if (typeof wallboard === 'string') {
    const board = await boards.ofToken(wallboard);
    return board === null ? null : { kind: 'board', board };
  }
  const session = await sessions.current(socket.request.headers.cookie);
  return session === null ? null : { kind: 'person', session };
}

function keep(socket: Socket, behind: Behind): void {
  (socket.data as Record<string, unknown>)[key] = behind;
}

function actorOf(socket: Socket): SignedIn | null {
  const behind = behindOf(socket);
  return behind.kind === 'person' ? behind.session : null;
}

function boardOf(socket: Socket): WallboardRecord | null {
  const behind = behindOf(socket);
  return behind.kind === 'board' ? behind.board : null;
}

function behindOf(socket: Socket): Behind {
  const behind = (socket.data as Record<string, Behind | undefined>)[key];
  if (behind === undefined) throw new Error('A socket got past the guard');
  return behind;
}
