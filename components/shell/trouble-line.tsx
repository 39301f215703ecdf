'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/lib/browser/use-attempt';
import type { ProblemCode } from '@/lib/contract/problem';

/** What each code means where the usual sentence would mislead. */
export type TroubleWords = Partial<Record<ProblemCode, string>>;

/** Says why something was not done, right where it was asked for. */
export function TroubleLine({
  trouble,
  words = {},
}: {
  readonly trouble: Trouble | null;
  readonly words?: TroubleWords;
}) {
  const t = useTranslations('problems');
  const refusals = useTranslations('refusals');
  const sentence = () => {
    if (trouble === null) return null;
    if (trouble === 'unreachable') return `${t('unreachableTitle')} ${t('tryAgain')}`;
    const { code, detail } = trouble;
    return words[code] ?? (code === 'bad-request' ? `${detail}.` : refusals(code));
  };
  return (
    <div role="alert" className="empty:hidden">
      {trouble !== null && (
        <p className="flex gap-2 rounded-lg bg-bad-soft px-3 py-2 text-bad">
          <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0" />
          <span>{sentence()}</span>
        </p>
      )}
    </div>
  );
}
