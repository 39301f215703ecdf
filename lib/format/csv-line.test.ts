import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '@/server/testing/read-csv';
import { csvLine } from './csv-line';

const nasty = fc.string({
  unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", 'a', 'Ö', '🎷', ' '),
});

describe('a file for spreadsheets', () => {
  it('parses back to what was written, but for the apostrophe that makes a formula text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 5 })), (table) => {
        const read = readCsv(table.map(csvLine).join(''));
        const plain = (text: string) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
        expect(read).toEqual(table.map((cells) => cells.map(plain)));
      }),
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(readCsv(csvLine([text]))[0]?.[0] ?? '').not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it('writes numbers as numbers and what is not known as nothing', () => {
    expect(csvLine([-1.5, null, '+49 30', 'a "b", c'])).toBe('-1.5,,\'+49 30,"a ""b"", c"\r\n');
  });
});
