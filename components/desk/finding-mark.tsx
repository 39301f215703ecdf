import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useDesk, useDeskStore } from './desk-store';
import { findingMs } from './type-ahead';

/** The letters typed in the list to find somebody, while they count. */
export function FindingMark() {
  const t = useTranslations('desk.roster');
  const desk = useDeskStore();
  const finding = useDesk((now) => now.finding);
  useEffect(() => {
    if (finding === null) return;
    const timer = setTimeout(() => {
      desk.setState({ finding: null });
    }, findingMs);
    return () => {
      clearTimeout(timer);
    };
  }, [desk, finding]);
  return (
    <div role="status" className="pointer-events-none absolute bottom-3 left-3 z-10 md:left-5">
      {finding !== null && (
        <span className="block rounded-lg border border-line bg-raise px-2.5 py-1 text-sm shadow-float">
          {t('finding', { text: finding.text === '' ? '…' : finding.text })}
        </span>
      )}
    </div>
  );
}
