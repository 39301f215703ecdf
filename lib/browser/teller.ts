import { createContext, useContext } from 'react';
import type { Problem } from '@/lib/contract/problem';

/** Tells the person what became of something they asked for. */
export interface Teller {
  /** The server says it was not done, or that it cannot tell yet. */
  problem: (problem: Problem) => void;
  /** The server was not reached, however often it was tried. */
  unreachable: () => void;
}

/** Where the page's teller stands. */
export const TellerContext = createContext<Teller | null>(null);

/** The page's teller. */
export function useTeller(): Teller {
  const teller = useContext(TellerContext);
  if (teller === null) throw new Error('useTeller needs a TellerContext around it');
  return teller;
}
