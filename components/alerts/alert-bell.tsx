'use client';
import { Bell, BellRing } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { PartWords } from '@/components/shell/later-words';
import { classNames } from '@/components/ui/class-names';
import { Popover } from '@/components/ui/popover';
import { softTone } from '@/components/ui/tone';
import { levelTone } from '@/components/queues/queue-look';
import { useOpenAlerts } from '@/lib/browser/use-alerts';

// Loaded when it is opened: most of the time there is nothing in it.
const AlertPanel = dynamic(() => import('./alert-panel').then((module) => module.AlertPanel));

/** How many alerts are open, and the list of them when it is pressed. */
export function AlertBell() {
  return (
    <PartWords>
      <Bellpull />
    </PartWords>
  );
}

function Bellpull() {
  const t = useTranslations('alerts');
  const alerts = useOpenAlerts();
  const [worst] = alerts;
  const count = alerts.length;
  const Icon = count === 0 ? Bell : BellRing;
  return (
    <Popover
      className="top-12 right-2 left-2 max-h-[calc(100dvh-56px)] md:top-2 md:right-auto md:left-[204px] md:max-h-[calc(100dvh-16px)] md:w-[420px]"
      title={t('title')}
      trigger={
        <button
          type="button"
          title={t('open', { count })}
          className="flex min-h-[30px] items-center gap-2.5 rounded-lg px-2 py-[5px] font-medium text-ink-2 hover:bg-raise hover:text-ink aria-expanded:bg-raise aria-expanded:text-ink"
        >
          <Icon aria-hidden size={16} />
          <span className="max-md:sr-only">{t('title')}</span>
          {worst !== undefined && (
            <span
              className={classNames(
                'ml-auto rounded-full px-1.5 text-xs',
                softTone[levelTone(worst.level)],
              )}
            >
              <span aria-hidden>{count}</span>
              <span className="sr-only">{t('open', { count })}</span>
            </span>
          )}
        </button>
      }
    >
      <AlertPanel />
    </Popover>
  );
}
