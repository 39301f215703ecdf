import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { WindowWords } from '@/components/shell/later-words';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { useCopy } from '@/components/shell/use-copy';
import { useRunCallCommand } from '@/lib/browser/use-run-call-command';
import type { CallHands, CallQuestion } from './call-actions';
import { CallHandsContext } from './hands';
import { useAskAboutCall } from './use-ask-about-call';
import { useOpenCall } from './use-open-call';

const CallDialogs = later(async () => (await import('./call-dialogs')).CallDialogs, DialogLoading);

/** Gives what is below the hands that actions on calls need, and opens the windows that they ask in. */
export function CallStage({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<CallQuestion | null>(null);
  const run = useRunCallCommand();
  const copy = useCopy();
  const askCarrier = useAskAboutCall();
  const open = useOpenCall();
  const hands = useMemo<CallHands>(
    () => ({
      run: (row, command) => void run(row.id, command),
      ask: setQuestion,
      askCarrier,
      open: ({ id }) => {
        open(id);
      },
      copy,
    }),
    [run, askCarrier, open, copy],
  );
  const close = useCallback(() => {
    setQuestion(null);
  }, []);
  useLoadedWhenIdle(CallDialogs);
  return (
    <CallHandsContext value={hands}>
      {children}
      {question !== null && (
        <WindowWords onClose={close}>
          <CallDialogs question={question} onClose={close} />
        </WindowWords>
      )}
    </CallHandsContext>
  );
}
