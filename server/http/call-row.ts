import type { CallRow } from '@/lib/contract/rows';
import type { Call } from '@/lib/domain/call/call';
import { farEnd } from '@/lib/domain/party';

/** A call leg as lists show it. */
export function callRow({ id, party, answered }: Call): CallRow {
  const { callerName: name, direction } = party;
  return { id, name, number: farEnd(party), direction, answeredAt: answered?.at ?? null };
}
