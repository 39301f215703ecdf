import { describe, expect, it } from 'vitest';
import { parseNumbers } from './parse-numbers';

describe('a pasted list of numbers', () => {
  it('may have one a line, with names, empty lines and the usual separators', () => {
    const list = '+13125550142\n\n+1 (312) 555-0143, Priya Raman\r\nMarcus <+44 20 7946 0958>\n';
    expect(parseNumbers(list)).toEqual({
      numbers: [
        { to: '+13125550142', label: null },
        { to: '+13125550143', label: 'Priya Raman' },
        { to: '+442079460958', label: 'Marcus' },
      ],
      troubles: [],
      tooMany: 0,
    });
  });

  it.each(['3125550142', '+0123456789', '+1312', 'Priya', '+1234567890123456'])(
    'tells that “%s” is no number, and on which line',
    (text) => {
      expect(parseNumbers(`+13125550142\n${text}`)).toMatchObject({
        numbers: [{ to: '+13125550142' }],
        troubles: [{ line: 2, kind: 'wrong', text }],
      });
    },
  );

  it('keeps a name as it is written', () => {
    expect(parseNumbers('<b>x</b>, +13125550142').numbers[0]?.label).toBe('<b>x</b>');
    expect(parseNumbers('Priya (Sales) <+13125550142>').numbers[0]?.label).toBe('Priya (Sales)');
  });

  it('takes no line that holds two numbers', () => {
    expect(parseNumbers('+13125550142, +13125550143').troubles).toMatchObject([{ kind: 'wrong' }]);
  });

  it('tells where a number stood first', () => {
    expect(parseNumbers('+13125550142\n+1 312 555 0142').troubles).toEqual([
      { line: 2, kind: 'repeated', text: '+13125550142', first: 1 },
    ]);
  });

  it('takes a hundred and says how many are more', () => {
    const lines = Array.from({ length: 103 }, (_, i) => `+1312555${String(1000 + i)}`);
    expect(parseNumbers(lines.join('\n')).tooMany).toBe(3);
    expect(parseNumbers(lines.slice(0, 100).join('\n')).tooMany).toBe(0);
  });

  it('tells of a name that is too long', () => {
    expect(parseNumbers(`+13125550142 ${'a'.repeat(81)}`).troubles).toMatchObject([
      { line: 1, kind: 'longLabel' },
    ]);
  });
});
