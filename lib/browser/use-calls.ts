import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CallRow } from '@/lib/contract/rows';
import { createCallsLive } from './calls';
import { useRostrum } from './rostrum-context';

/** The calls that have not ended, kept in step while they are looked at; null before the first word. */
export function useCalls(): ReadonlyMap<string, CallRow> | null {
  const { hub } = useRostrum();
  const [live] = useState(createCallsLive);
  useEffect(() => live.follow(hub), [live, hub]);
  const { rev, rows } = useStore(live.store);
  return rev === null ? null : rows;
}
