import type { CallRow } from '@/lib/contract/rows';

/** A call that is up and stands nowhere, but for what is said otherwise. */
export function callRow(id: string, change: Partial<CallRow>): CallRow {
  return {
    ...{ kind: 'call', id, name: null, number: null, phase: 'answered', direction: 'incoming' },
    ...{ ownNumber: null, startedAt: 0, answeredAt: 0, place: { kind: 'nowhere' } },
    ...{
      isHearing: false,
      isSupervisors: false,
      supervises: null,
      command: null,
      connectionId: null,
    },
    ...change,
  };
}
