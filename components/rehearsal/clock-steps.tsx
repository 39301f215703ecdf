'use client';
import { FastForward } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { RehearsalState } from '@/lib/contract/http';
import { useLength } from '@/lib/i18n/use-length';
import { PanelPart } from './panel-part';
import type { Steering } from './steering';

const minuteMs = 60_000;
const steps = [
  ['minute', minuteMs],
  ['tenMinutes', 10 * minuteMs],
  ['hour', 60 * minuteMs],
] as const;

/** Moves the simulator's clock on: whatever was due in between happens now. */
export function ClockSteps({
  clock,
  isBusy,
  onSteer,
}: Steering & { readonly clock: RehearsalState['clock'] }) {
  const t = useTranslations('rehearsal.clock');
  const { dateTime } = useFormatter();
  const length = useLength();
  const time = dateTime(new Date(clock.now), { timeStyle: 'medium', hourCycle: 'h23' });
  const ahead = length(clock.offsetMs * 1000);
  return (
    <PanelPart title={t('title')}>
      <p className="text-sm text-ink-2">
        {clock.offsetMs < 1000 ? t('now', { time }) : t('ahead', { time, ahead })}
      </p>
      <div role="group" aria-label={t('advance')} className="flex flex-wrap items-center gap-2">
        <FastForward aria-hidden size={14} className="text-ink-3" />
        {steps.map(([name, advanceMs]) => (
          <Button
            key={name}
            size="sm"
            disabled={isBusy}
            onClick={() => {
              onSteer({ action: 'advanceClock', advanceMs });
            }}
          >
            {t(`steps.${name}`)}
          </Button>
        ))}
      </div>
    </PanelPart>
  );
}
