import { describe, expect, it } from 'vitest';
import type { CallControlId } from '@/lib/domain/ids';
import { type Party, unknownParty } from '@/lib/domain/party';
import { colourOf, initialsOf, nameOf, secondLineOf } from './person';

const leg = 'v3:abcdefgh12345678' as CallControlId;
const person = (party: Partial<Party>, label: string | null = null) => ({
  callControlId: leg,
  label,
  party: { ...unknownParty, direction: 'incoming' as const, ...party },
});

describe('a person', () => {
  it('is called by name, with the number below', () => {
    const priya = person({ callerName: 'Priya Raman', from: '+13125550142' });
    expect(nameOf(priya)).toBe('Priya Raman');
    expect(secondLineOf(priya)).toBe('+1 312 555 0142');
  });

  it('is called what moderators call them, whatever the caller’s name', () => {
    const chair = person({ callerName: 'ACME Ltd', from: '+13125550142' }, 'Priya, chair');
    expect(nameOf(chair)).toBe('Priya, chair');
    expect(secondLineOf(chair)).toBe('+1 312 555 0142');
    expect(initialsOf(chair)).toBe('PC');
  });

  it('is called by number where no name is known, and not twice', () => {
    const nobody = person({ callerName: '+14155550199', from: '+14155550199' });
    expect(nameOf(nobody)).toBe('+1 415 555 0199');
    expect(secondLineOf(nobody)).toBeNull();
    expect(initialsOf(nobody)).toBe('#');
  });

  it('we called is known by the number called', () => {
    expect(nameOf(person({ direction: 'outgoing', from: '+13125550100', to: '+4685550110' }))).toBe(
      '+46 8 555 0110',
    );
  });

  it('of whom nothing is known goes by the end of the id', () => {
    expect(nameOf(person({}))).toBe('…2345678');
  });

  it.each([
    ['Elena Kovač', 'EK'],
    ['Élodie', 'ÉL'],
    ['Ana María de la Cruz', 'AC'],
    ['(Supervisor) L. Brandt', 'SB'],
  ])('%s has the initials %s', (callerName, initials) => {
    expect(initialsOf(person({ callerName }))).toBe(initials);
  });

  it('keeps one colour', () => {
    expect(colourOf(leg)).toBe(colourOf(leg));
  });

  it('has one of ten colours, whatever the id', () => {
    const seen = new Set(Array.from({ length: 200 }, (_, i) => colourOf(`v3:leg-${i}`)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
