'use client';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useRehearsalState, useSteerRehearsal } from '@/lib/browser/use-rehearsal';
import { CallForm } from './call-form';
import { ClockSteps } from './clock-steps';
import { FaultForm } from './fault-form';
import { ScenarioForm } from './scenario-form';
import { SimulatorCounts } from './simulator-counts';

/** Everything the simulator can be asked to do, and what it is doing. */
export function RehearsalPanel() {
  const t = useTranslations('rehearsal');
  const sentence = useErrorSentence();
  const { data: state, error } = useRehearsalState();
  const { steer, isBusy } = useSteerRehearsal();
  if (state === undefined) {
    return error === null ? (
      <div role="status" className="space-y-2 p-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-7" />
        <Skeleton className="h-7" />
      </div>
    ) : (
      <ErrorState title={t('error')} detail={sentence(error)} />
    );
  }
  return (
    <div className="divide-y divide-line-soft">
      <p className="-mt-2 px-4 pb-2 text-sm text-ink-3">{t('about')}</p>
      <ScenarioForm state={state} isBusy={isBusy} onSteer={steer} />
      <CallForm isBusy={isBusy} onSteer={steer} />
      <FaultForm faults={state.faults} isBusy={isBusy} onSteer={steer} />
      <ClockSteps clock={state.clock} isBusy={isBusy} onSteer={steer} />
      <SimulatorCounts state={state} />
    </div>
  );
}
