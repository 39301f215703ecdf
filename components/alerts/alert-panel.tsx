'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useOpenAlerts } from '@/lib/browser/use-alerts';
import { AlertLine } from './alert-line';
import { AlertSwitches } from './alert-switches';

/** The open alerts in short, and how this browser tells of them. */
export function AlertPanel() {
  const t = useTranslations('alertList');
  const alerts = useOpenAlerts();
  return (
    <div className="pb-3">
      {alerts.length === 0 ? (
        <p className="px-4 pb-3 text-ink-2">{t('none')}</p>
      ) : (
        <ul aria-label={t('openTitle')}>
          {alerts.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      <div className="border-t border-line px-4 pt-3">
        <AlertSwitches />
        <p className="mt-3">
          <Link href="/alerts" className="font-[530] text-brand underline">
            {t('toHistory')}
          </Link>
        </p>
      </div>
    </div>
  );
}
