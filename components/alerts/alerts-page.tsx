'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { PagedList } from '@/components/shell/paged-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/row-table';
import { useEndedAlerts, useOpenAlerts } from '@/lib/browser/use-alerts';
import { AlertLine } from './alert-line';
import { AlertSwitches } from './alert-switches';
import { EndedAlertTable } from './ended-alert-table';

/** The open alerts, and those that are over. */
export function AlertsPage() {
  const t = useTranslations('alertList');
  const title = useTranslations('alerts')('title');
  const open = useOpenAlerts();
  const ended = useEndedAlerts(open.map(({ id }) => id).join());
  return (
    <div className="pb-6">
      <PageHeader title={title} about={t('about')}>
        <div className="w-full sm:w-auto">
          <AlertSwitches />
        </div>
      </PageHeader>
      <Section title={t('openTitle')}>
        {open.length === 0 ? (
          <p className="px-4 py-2 text-ink-2 md:px-5">{t('none')}</p>
        ) : (
          <ul aria-label={t('openTitle')} className="md:px-1">
            {open.map((alert) => (
              <AlertLine key={alert.id} alert={alert} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('endedTitle')}>
        <PagedList
          list={ended}
          loading={t('loading')}
          failed={t('error')}
          empty={<EmptyState title={t('noneEnded')}>{t('noneEndedAbout')}</EmptyState>}
        >
          <EndedAlertTable rows={ended.rows} />
        </PagedList>
      </Section>
    </div>
  );
}
