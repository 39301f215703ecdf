import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

/** Reads RFC 4180, character by character: nothing of what wrote it. */
function parsed(text: string): string[][] {
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
  expect(cell + cells.join('')).toBe('');
  return lines;
}

const nasty = fc.string({
  unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", 'a', 'Ö', '🎷', ' '),
});

describe('a file for spreadsheets', () => {
  it('parses back to what was written, but for the apostrophe that makes a formula text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 5 })), (table) => {
        const read = parsed(table.map(csvLine).join(''));
        const plain = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
        expect(read).toEqual(table.map((cells) => cells.map(plain)));
      }),
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(parsed(csvLine([text]))[0]?.[0] ?? '').not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('writes numbers as numbers and what is not known as nothing', () => {
    expect(csvLine([-1.5, null, '+49 30', 'a "b", c'])).toBe('-1.5,,\'+49 30,"a ""b"", c"\r\n');
  });
});
