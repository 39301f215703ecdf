import { useCallback, useEffect, useRef, useState } from 'react';
import { type FormTroubles, type FormValues, startingValues } from '@/components/forms/form-values';
import type { Problem } from '@/lib/contract/problem';
import type { FormField } from '@/lib/contract/forms/field';

/** A form of a window: what stands in it, what is wrong, and what became of sending it. */
export interface CallForm {
  readonly values: FormValues;
  readonly troubles: FormTroubles;
  /** What the server found wrong with fields, by their names. */
  readonly told: Readonly<Record<string, string>>;
  readonly problem: Problem | null;
  readonly isBusy: boolean;
  readonly change: (values: FormValues) => void;
  /** Sends it, unless something is wrong; `send` answers whether it was taken. */
  readonly submit: (send: (tell: (problem: Problem) => boolean) => Promise<boolean>) => void;
}

/** Keeps a form; once it was sent in vain, what is wrong shows as it is typed. `onTaken` when it was taken. */
export function useCallForm(
  fields: readonly FormField[],
  troublesOf: (values: FormValues) => FormTroubles,
  onTaken: () => void,
  given: FormValues = {},
): CallForm {
  const [values, change] = useState(() => startingValues(fields, given));
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isThere = useIsThere();
  const troubles = troublesOf(values);
  const submit: CallForm['submit'] = (send) => {
    setChecked(true);
    if (Object.keys(troubles).length > 0) return;
    setBusy(true);
    setProblem(null);
    void send((found) => {
      setProblem(found);
      return isThere();
    }).then((isTaken) => {
      setBusy(false);
      if (isTaken && isThere()) onTaken();
    });
  };
  const told = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [path.split('.').at(-1) ?? path, message]),
  );
  return { values, troubles: isChecked ? troubles : {}, told, problem, isBusy, change, submit };
}

function useIsThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return useCallback(() => there.current, []);
}
