/** Reads RFC 4180, character by character: nothing of what wrote it. Throws where a line does not end. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const at = text[i] ?? '';
    if (isQuoted && at === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (at === '"') isQuoted = !isQuoted;
    else if (!isQuoted && at === ',') {
      cells.push(cell);
      cell = '';
    } else if (!isQuoted && at === '\r' && text[i + 1] === '\n') {
      lines.push([...cells, cell]);
      cells = [];
      cell = '';
      i += 1;
    } else cell += at;
  }
  if (cell + cells.join('') !== '') throw new Error('The last line does not end');
  return lines;
}
