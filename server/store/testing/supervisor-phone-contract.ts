import { describe, expect, it } from 'vitest';
import type { SupervisorPhones } from '@/server/supervision/ports';

/** The phones of supervisors: one for each account, the newest that was kept. */
export function registerSupervisorPhoneContract(phones: () => SupervisorPhones): void {
  describe('phones of supervisors', () => {
    it('are kept for each account, changed, and forgotten', async () => {
      expect(await phones().of('grace')).toBeNull();
      await phones().keep('grace', '+13125550199');
      await phones().keep('ada', 'sip:ada@office.example');
      await phones().keep('grace', 'sip:grace@office.example');
      expect(await phones().of('grace')).toBe('sip:grace@office.example');
      await phones().keep('grace', null);
      await phones().keep('grace', null);
      expect(await phones().of('grace')).toBeNull();
      expect(await phones().of('ada')).toBe('sip:ada@office.example');
    });
  });
}
