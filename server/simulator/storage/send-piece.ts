import { type ServerResponse } from 'node:http';

/** Sends a piece of a file; false when nobody listens any more. */
export const isSent = (response: ServerResponse, piece: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    if (response.destroyed) {
      resolve(false);
      return;
    }
    const leave = () => {
      resolve(false);
    };
    // A write that waits for a listener who has gone is never called back.
    response.once('close', leave);
    response.write(piece, (error) => {
      response.off('close', leave);
      resolve(error == null);
    });
  });
