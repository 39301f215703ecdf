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
