'use client';
import { MessagesSquare, Play } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useMay } from '@/lib/browser/use-may';
import { useOverview } from '@/lib/browser/use-overview';
import { useSteerRehearsal } from '@/lib/browser/use-rehearsal';
import { WebhookAddress } from './webhook-address';

/** Nothing is live: tells a newcomer how to change that, with the simulator or with Telnyx. */
export function NoLiveConference() {
  const t = useTranslations('conferences.empty');
  const isSimulator = useOverview((overview) => overview.carrier?.isSimulator === true);
  const maySteer = useMay('conference.moderate');
  const mayManage = useMay('settings.manage');
  const may = isSimulator ? maySteer : mayManage;
  return (
    <EmptyState
      icon={<MessagesSquare size={20} />}
      title={t('title')}
      action={may && (isSimulator ? <StartButtons /> : <WebhookAddress />)}
    >
      <p>{may ? t(isSimulator ? 'simulator' : 'carrier') : t('watching')}</p>
      {!isSimulator && may && (
        <p className="mt-2">
          {t.rich('carrierThen', {
            deliveries: (words) => (
              <Link href="/settings/deliveries" className="font-medium text-brand underline">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </EmptyState>
  );
}

function StartButtons() {
  const t = useTranslations('conferences.empty');
  const { steer, isBusy } = useSteerRehearsal();
  return (
    <>
      <Button
        look="primary"
        icon={<Play aria-hidden size={15} />}
        disabled={isBusy}
        onClick={() => {
          steer({ action: 'startScenario', name: 'town-hall' });
        }}
      >
        {t('townHall')}
      </Button>
      <Button
        disabled={isBusy}
        onClick={() => {
          steer({ action: 'startScenario', name: 'quiet' });
        }}
      >
        {t('quiet')}
      </Button>
    </>
  );
}
