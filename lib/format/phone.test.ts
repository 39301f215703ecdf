import { describe, expect, it } from 'vitest';
import { readableNumber } from './phone';

describe('a phone number', () => {
  it.each([
    ['+13125550142', '+1 312 555 0142'],
    ['+442079460958', '+44 207 946 0958'],
    ['+3851555019', '+385 155 5019'],
    ['+4685550110', '+46 8 555 0110'],
    ['+81355500134', '+81 35 550 0134'],
  ])('%s is grouped as %s', (number, readable) => {
    expect(readableNumber(number)).toBe(readable);
  });

  it('keeps a SIP address without its port and parameters', () => {
    expect(readableNumber('sip:lbrandt@acme.example:5061;transport=tls')).toBe(
      'sip:lbrandt@acme.example',
    );
  });

  it('shortens a SIP address that would not fit', () => {
    const readable = readableNumber('sip:conference-bridge-operator@voice.example.com');
    expect(readable).toHaveLength(34);
    expect(readable.endsWith('…')).toBe(true);
  });

  it('leaves alone what it does not understand', () => {
    expect(readableNumber('anonymous')).toBe('anonymous');
  });
});
