import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@/lib/contract/hub';
import type { HubListener, HubPort } from './hub-port';

type HubSocket = Socket<ServerToClient, ClientToServer>;

const answerMs = 8000;
const comeBackMs = 500;

/**
 * The hub of the server this page came from, over one WebSocket (ARCHITECTURE §5): as whoever is signed in,
 * or with the link of a wallboard.
 */
export function createSocketHubPort(wallboard?: string): HubPort {
  let socket: HubSocket | null = null;
  return {
    open(listener) {
      socket = connectedSocket(listener, wallboard);
    },
    isConnected: () => socket?.connected === true,
    watch(topic, options) {
      if (socket === null) return Promise.reject(new Error('The hub is not open'));
      return socket.timeout(answerMs).emitWithAck('watch', topic, options);
    },
    unwatch(topic) {
      // Said to a dead connection it would be kept and sent to the next one.
      if (socket?.connected === true) socket.emit('unwatch', topic);
    },
    reconnect() {
      socket?.disconnect().connect();
    },
    close() {
      socket?.off();
      socket?.disconnect();
      socket = null;
    },
  };
}

function connectedSocket(listener: HubListener, wallboard: string | undefined): HubSocket {
  const socket: HubSocket = io({
    path: '/socket.io',
    transports: ['websocket'],
    ...(wallboard === undefined ? {} : { auth: { wallboard } }),
    forceNew: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 3000,
    timeout: 5000,
  });
  socket.on('connect', listener.connected);
  socket.on('events', listener.events);
  socket.on('rows', listener.rows);
  socket.on('signed-out', listener.signedOut);
  socket.on('connect_error', (error) => {
    if (error.message === 'not-signed-in') listener.signedOut();
    // Refused at the handshake, Socket.IO does not come back by itself either.
    if (!socket.active) comeBack(socket);
  });
  socket.on('disconnect', (reason) => {
    listener.disconnected();
    // One case in which Socket.IO does not come back by itself.
    if (reason === 'io server disconnect') comeBack(socket);
  });
  return socket;
}

function comeBack(socket: HubSocket): void {
  setTimeout(() => {
    if (socket.hasListeners('connect')) socket.connect();
  }, comeBackMs);
}
