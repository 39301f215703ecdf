import type { Readable } from 'node:stream';

/** A stream of Node's as the web's: read no faster than it is taken, which Node's own way does not keep to. */
export function webStreamOf(readable: Readable): ReadableStream<Uint8Array> {
  const chunks = readable[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: () => {
        readable.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
