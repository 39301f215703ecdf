import { once } from 'node:events';
import { connect } from 'node:net';
import { createResponseReader } from './response-reader';

/** One keep-alive connection that delivers requests one after the other. */
export interface HttpLine {
  /** Sends a whole request; one at a time. Any answer but 200 ends the process: it measures nothing. */
  send(request: Buffer, onAnswer: () => void): void;
  close(): void;
}

/** Opens connections to a port of this machine. */
export function openLines(port: number, count: number): Promise<HttpLine[]> {
  return Promise.all(Array.from({ length: count }, () => openLine(port)));
}

async function openLine(port: number): Promise<HttpLine> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  let answered: (() => void) | null = null;
  socket.on(
    'data',
    createResponseReader((status) => {
      if (status !== 200) throw new Error(`A delivery was answered with ${status}`);
      const done = answered;
      answered = null;
      done?.();
    }),
  );
  socket.on('error', (error) => {
    throw error;
  });
  return {
    send: (request, onAnswer) => {
      answered = onAnswer;
      socket.write(request);
    },
    close: () => {
      socket.destroy();
    },
  };
}
