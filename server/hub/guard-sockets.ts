import type { Server, Socket } from 'socket.io';
import type { AccountNews, SignedIn } from '@/server/auth/ports';
import type { Sessions } from '@/server/auth/sessions';

/** What sockets are guarded with. */
export interface GuardParts {
  readonly sessions: Sessions;
  readonly news: Pick<AccountNews, 'follow'>;
  /** How often every open socket is looked at, in ms (ARCHITECTURE §5: 30 s). */
  readonly everyMs: number;
}

/** Who sits behind the sockets. */
export interface SocketGuard {
  actorOf(socket: Socket): SignedIn;
  stop(): void;
}

const key = 'signedIn';

/**
 * Lets only sessions connect, and cuts a socket off as soon as its session ends or changes: the browser
 * comes back with what it may do now, or learns that it may nothing. A look that fails changes nothing.
 */
export function guardSockets(io: Server, { sessions, news, everyMs }: GuardParts): SocketGuard {
  io.use((socket, next) => {
    sessions.current(socket.request.headers.cookie).then(
      (session) => {
        if (session === null) {
          next(new Error('not-signed-in'));
          return;
        }
        keep(socket, session);
        next();
        // It may have ended between our look and the list that news are compared with.
        check([socket]);
      },
      () => {
        next(new Error('store-unavailable'));
      },
    );
  });
  const check = (sockets: readonly Socket[]) => {
    if (sockets.length === 0) return;
    const ids = [...new Set(sockets.map((socket) => actorOf(socket).sessionId))];
    sessions.open(ids).then(
      (open) => {
        for (const socket of sockets) {
          const was = actorOf(socket);
          const is = open.get(was.sessionId);
          if (is === undefined) socket.emit('signed-out');
          if (is?.role !== was.role) socket.disconnect(true);
          else keep(socket, is);
        }
      },
      () => undefined,
    );
  };
  const all = () => [...io.sockets.sockets.values()];
  const stopFollowing = news.follow((userId) => {
    check(userId === null ? all() : all().filter((socket) => actorOf(socket).userId === userId));
  });
  const timer = setInterval(() => {
    check(all());
  }, everyMs);
  return {
    actorOf,
    stop: () => {
      clearInterval(timer);
      stopFollowing();
    },
  };
}

function keep(socket: Socket, session: SignedIn): void {
  (socket.data as Record<string, unknown>)[key] = session;
}

function actorOf(socket: Socket): SignedIn {
  const session = (socket.data as Record<string, SignedIn | undefined>)[key];
  if (session === undefined) throw new Error('A socket got past the guard');
  return session;
}
