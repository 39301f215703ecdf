import { useStore } from 'zustand';
import type { Preferences } from './preferences';
import { useRostrum } from './rostrum-context';

/** What `select` picks from this browser's preferences. */
export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(useRostrum().preferences.store, select);
}

/** Changes preferences, here and in this browser's other tabs. */
export function useSetPreferences(): (change: Partial<Preferences>) => void {
  return useRostrum().preferences.set;
}
