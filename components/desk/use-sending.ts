import { useCallback, useEffect, useRef, useState } from 'react';
import type { Tell } from '@/lib/browser/use-give-command';
import type { Problem } from '@/lib/contract/problem';

/** How a dialog gives its command, and what became of it. */
export interface Sending<Command> {
  readonly isBusy: boolean;
  /** Why the last was not done. */
  readonly problem: Problem | null;
  /** What the server found wrong with fields, by their names. */
  readonly told: Readonly<Record<string, string>>;
  /** Sends it; whether it was taken, and whether the dialog is still there. */
  readonly send: (
    command: Command,
  ) => Promise<{ readonly isTaken: boolean; readonly isThere: boolean }>;
}

/**
 * Sends commands of a dialog, which tells itself what is wrong; once it is gone the toasts do. `run` answers
 * null for one that was not taken.
 */
export function useSending<Command>(
  run: (command: Command, tell: Tell) => Promise<object | null>,
): Sending<Command> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const send = useCallback(
    async (command: Command) => {
      setBusy(true);
      setProblem(null);
      const answer = await run(command, (found) => {
        setProblem(found);
        return isThere.current;
      });
      setBusy(false);
      return { isTaken: answer !== null, isThere: isThere.current };
    },
    [run],
  );
  const told = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [path.split('.').at(-1) ?? path, message]),
  );
  return { isBusy, problem, told, send };
}
