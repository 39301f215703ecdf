import { useStore } from 'zustand';
import type { Overview } from './overview';
import { useRostrum } from './rostrum-context';

/** What `select` picks from the overview; `select` answers the same reference while nothing changed. */
export function useOverview<T>(select: (overview: Overview) => T): T {
  return useStore(useRostrum().overview.store, select);
}
