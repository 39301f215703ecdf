/** A download that is sent while it is read, as fast as it is taken; its lines come in parts. */
export function csvResponse(name: string, parts: AsyncIterable<string>): Response {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      // Without this mark spreadsheets take UTF-8 for something else.
      controller.enqueue(encoder.encode('\ufeff'));
    },
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
