import type { ActivityRow } from '@/lib/contract/activity';
import type { Micros } from '@/lib/domain/stamp';

/** A recording that a rule has deleted. */
export interface Expired {
  readonly id: string;
  readonly name: string | null;
  readonly conference: { readonly id: string; readonly name: string | null } | null;
  /** For how many days the rule kept it. */
  readonly days: number;
}

/** What activity tells of it: nobody did it, and why. */
export function expiredLine(
  { id, name, conference, days }: Expired,
  at: Micros,
): Omit<ActivityRow, 'id'> {
  return {
    ...{ at, actor: null, role: null, action: 'recording.delete', conference },
    target: { kind: 'recording', id, name },
    outcome: 'done',
    why: null,
    ...{ roundTripMs: null, address: null, requestId: null },
    detail: { keptDays: days },
  };
}
