import { createContext, useContext } from 'react';
import type { CallHands } from './call-actions';

/** Where the hands of the page of calls stand. */
export const CallHandsContext = createContext<CallHands | null>(null);

/** What actions on this page do their work with. */
export function useCallHands(): CallHands {
  const hands = useContext(CallHandsContext);
  if (hands === null) throw new Error('No CallHandsContext above');
  return hands;
}
