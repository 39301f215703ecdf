import { useSyncExternalStore } from 'react';
import type { Micros } from '@/lib/domain/stamp';
import { useRostrum } from './rostrum-context';

/** The server's time in whole seconds, new each second. */
export function useNow(): Micros {
  const { clock } = useRostrum();
  return useSyncExternalStore(clock.subscribe, clock.tick, beforeTheFirstTick);
}

function beforeTheFirstTick(): Micros {
  return 0;
}
