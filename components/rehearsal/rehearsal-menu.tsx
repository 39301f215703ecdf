'use client';
import { FlaskConical } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { LaterWords } from '@/components/shell/later-words';
import { Popover } from '@/components/ui/popover';

// Loaded when it is opened: a moderator of a real conference never needs it.
const RehearsalPanel = dynamic(() =>
  import('./rehearsal-panel').then((module) => module.RehearsalPanel),
);

/** Steers the simulated carrier; shown only while it is one. */
export function RehearsalMenu() {
  const t = useTranslations('shell');
  return (
    <Popover
      className="top-12 right-2 left-2 max-h-[calc(100dvh-56px)] md:top-2 md:right-auto md:left-[204px] md:max-h-[calc(100dvh-16px)] md:w-[380px]"
      title={t('rehearsal')}
      trigger={
        <button
          type="button"
          title={t('rehearsal')}
          className="flex min-h-[30px] items-center gap-2.5 rounded-lg px-2 py-[5px] font-medium text-ink-2 hover:bg-raise hover:text-ink aria-expanded:bg-raise aria-expanded:text-ink"
        >
          <FlaskConical aria-hidden size={16} />
          <span className="max-md:sr-only">{t('rehearsal')}</span>
        </button>
      }
    >
      <LaterWords>
        <RehearsalPanel />
      </LaterWords>
    </Popover>
  );
}
