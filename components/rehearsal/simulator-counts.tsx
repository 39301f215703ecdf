'use client';
import { useFormatter, useTranslations } from 'use-intl';
import type { RehearsalState } from '@/lib/contract/http';
import { PanelPart } from './panel-part';

/** What the simulator counts. */
export function SimulatorCounts({ state }: { readonly state: RehearsalState }) {
  const t = useTranslations('rehearsal.state');
  const { number } = useFormatter();
  const counts = [
    [t('conferences'), state.conferences],
    [t('participants'), state.participants],
    [t('calls'), state.calls],
    [t('sent'), state.deliveries.sent],
    [t('delivered'), state.deliveries.delivered],
    [t('retrying'), state.deliveries.retrying],
    [t('failed'), state.deliveries.failed],
    [t('pending'), state.deliveries.pending],
  ] as const;
  return (
    <PanelPart title={t('title')}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm">
        {counts.map(([label, count]) => (
          <div key={label} className="flex justify-between gap-2">
            <dt className="text-ink-2">{label}</dt>
            <dd className="font-[560]">{number(count)}</dd>
          </div>
        ))}
      </dl>
    </PanelPart>
  );
}
