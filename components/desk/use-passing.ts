import { useState } from 'react';

interface Passing {
  readonly commandId: string;
  readonly phase: string;
}

/** Whether a mark has just been confirmed: the one drawn before it was of the same command, and not yet. */
export function isJustConfirmed(before: Passing | null, now: Passing | null): boolean {
  if (before === null || now?.phase !== 'confirmed') return false;
  return before.phase !== 'confirmed' && before.commandId === now.commandId;
}

/** Whether a mark is to be drawn: what is confirmed only where it has become so before one's eyes. */
export function usePassing(now: Passing | null): boolean {
  const [drawn, setDrawn] = useState({ mark: now, isFresh: false });
  if (drawn.mark?.commandId !== now?.commandId || drawn.mark?.phase !== now?.phase) {
    setDrawn({ mark: now, isFresh: isJustConfirmed(drawn.mark, now) });
  }
  return now !== null && (now.phase !== 'confirmed' || drawn.isFresh);
}
