'use client';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { later, NotLoadedContext } from '@/components/ui/later';
import { loadToasts, showToast } from '@/components/ui/toast';
import { type Teller, TellerContext } from '@/lib/browser/teller';
import { usePreferences } from '@/lib/browser/use-preferences';
import type { ProblemCode } from '@/lib/contract/problem';
import { PartWords } from './later-words';
import { useProblemDetail } from './use-error-words';

const Toaster = later(async () => (await loadToasts()).Toaster);

/** Tells the person in toasts what became of what they asked for. */
export function ToastTeller({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('problems');
  const shell = useTranslations('shell');
  const common = useTranslations('common');
  const detailOf = useProblemDetail();
  const theme = usePreferences((preferences) => preferences.theme);
  const teller = useMemo<Teller>(
    () => ({
      problem(problem) {
        const detail = [
          detailOf(problem),
          problem.carrierCode === undefined ? '' : t('carrierCode', { code: problem.carrierCode }),
        ];
        showToast({
          kind: problem.code === 'outcome-unknown' ? 'warning' : 'error',
          title: (
            <PartWords>
              <Refusal code={problem.code} />
            </PartWords>
          ),
          detail: detail.filter((part) => part !== '').join(' · '),
        });
      },
      unreachable() {
        showToast({ kind: 'warning', title: t('unreachableTitle'), detail: t('unreachable') });
      },
    }),
    [t, detailOf],
  );
  const notLoaded = useCallback(() => {
    showToast({ kind: 'warning', title: shell('notLoaded'), detail: shell('notLoadedDetail') });
  }, [shell]);
  return (
    <TellerContext value={teller}>
      <NotLoadedContext value={notLoaded}>{children}</NotLoadedContext>
      <Toaster
        containerAriaLabel={shell('notices')}
        theme={theme}
        position="bottom-right"
        closeButton
        toastOptions={{
          closeButtonAriaLabel: common('close'),
          style: {
            background: 'var(--color-panel)',
            color: 'var(--color-ink)',
            borderColor: 'var(--color-line)',
            fontFamily: 'var(--font-sans)',
          },
        }}
      />
    </TellerContext>
  );
}

function Refusal({ code }: { readonly code: ProblemCode }) {
  return useTranslations('refusals')(code);
}
