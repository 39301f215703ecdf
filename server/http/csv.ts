/** What stands in a cell. */
export type CsvCell = string | number | null;

const needsQuotes = /[",\r\n]/;
// What a spreadsheet would run instead of showing (OWASP, CSV injection).
const isFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of a file for spreadsheets (RFC 4180); text that would be a formula is led by an apostrophe. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = isFormula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

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
