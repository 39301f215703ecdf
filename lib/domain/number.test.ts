import { describe, expect, it } from 'vitest';
import { maskedDigits, maskedNumber, maskedText } from './number';

describe('a masked number', () => {
  it.each([
    ['+4930123456721', '+49 ••• ••• 21'],
    ['+13125550142', '+1 ••• ••• 42'],
    ['+352621123499', '+352 ••• ••• 99'],
    ['+49 30 123456-21', '+49 ••• ••• 21'],
    ['03012345621', '••• ••• 21'],
    ['1001', '•••'],
    ['sip:+4930123456721@example.com;user=phone', 'sip:+49 ••• ••• 21'],
    ['sip:ada@example.com:5061', 'sip:•••'],
    ['gencred1a2b3c', '•••'],
    ['anonymous', 'anonymous'],
  ])('[NU1] of %s is %s', (address, shown) => {
    expect(maskedNumber(address)).toBe(shown);
    expect(maskedNumber(shown)).not.toMatch(/\d{4}/);
  });

  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['4930123456721', '••• ••• 21'],
    ['(312) 555-0142', '••• ••• 42'],
    ['Ada +49 30 123456 21 at home', 'Ada +49 ••• ••• 21 at home'],
    ['Call sip:ada@example.com now', 'Call sip:••• now'],
    ['Town hall 2026-11-21', 'Town hall 2026-11-21'],
    ['2026-11-21 10', '2026-11-21 10'],
  ])('[NU2] is masked wherever it stands: %s', (text, shown) => {
    expect(maskedText(text)).toBe(shown);
  });

  it('[NU3] of pressed digits only their count is left', () => {
    expect(maskedDigits('4711#')).toBe('•••••');
  });
});
