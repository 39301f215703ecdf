import { describe, expect, it } from 'vitest';
import type { Invitation } from '@/lib/domain/conference/conference';
import { failedNumbers, newestFirst } from './invitations';

const invitation = (to: string, phase: Invitation['phase'], askedAt: number): Invitation => ({
  ...{ id: `${to} ${askedAt}`, to, label: null, actor: null, askedAt },
  ...{ phase, callControlId: null, reason: null },
});

describe('the invitations of a conference', () => {
  it('show the newest attempt at each number', () => {
    const shown = newestFirst([
      invitation('+1', 'busy', 1),
      invitation('+2', 'joined', 1),
      invitation('+1', 'dialling', 2),
    ]);
    expect(shown.map(({ to, phase }) => `${to} ${phase}`)).toEqual(['+1 dialling', '+2 joined']);
    expect(failedNumbers(shown)).toEqual([]);
  });

  it('that failed or met a busy line can be tried again', () => {
    const tried = newestFirst([invitation('+1', 'busy', 1), invitation('+2', 'failed', 1)]);
    expect(failedNumbers(tried).map(({ to }) => to)).toEqual(['+1', '+2']);
  });
});
