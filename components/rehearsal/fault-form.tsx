'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { RehearsalAction, RehearsalState } from '@/lib/contract/http';
import { PanelPart } from './panel-part';
import type { Steering } from './steering';

type FaultKind = Extract<RehearsalAction, { action: 'setFault' }>['kind'];

const kinds = [
  'duplicate',
  'reorder',
  'delay',
  'drop',
  'burst',
  'skew',
  '429',
  '500',
  'time-out',
  'slow',
  'ignore',
  'download-slow',
  'download-broken',
  'download-truncated',
  'download-expired',
] as const satisfies readonly FaultKind[];

/** Lets things go wrong, and right again. */
export function FaultForm({
  faults,
  isBusy,
  onSteer,
}: Steering & { readonly faults: RehearsalState['faults'] }) {
  const t = useTranslations('rehearsal.faults');
  const [kind, setKind] = useState<FaultKind>('duplicate');
  const [percent, setPercent] = useState('10');
  return (
    <PanelPart title={t('title')}>
      <ActiveFaults faults={faults} isBusy={isBusy} onSteer={onSteer} />
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onSteer({ action: 'setFault', kind, rate: Number(percent) / 100 });
        }}
      >
        <div className="min-w-0 flex-1">
          <SelectField
            label={t('kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={setKind}
          />
        </div>
        <div className="w-20">
          <TextField
            label={t('rate')}
            type="number"
            min={0}
            max={100}
            step={1}
            required
            value={percent}
            onChange={(event) => {
              setPercent(event.target.value);
            }}
          />
        </div>
        <Button type="submit" disabled={isBusy}>
          {t('set')}
        </Button>
      </form>
    </PanelPart>
  );
}

function ActiveFaults({
  faults,
  isBusy,
  onSteer,
}: Steering & { readonly faults: RehearsalState['faults'] }) {
  const t = useTranslations('rehearsal.faults');
  const active = kinds.flatMap((kind) => {
    const fault = faults.find((one) => one.kind === kind && one.rate > 0);
    return fault === undefined ? [] : [{ kind, rate: fault.rate }];
  });
  if (active.length === 0) return <p className="text-sm text-ink-2">{t('none')}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {active.map(({ kind, rate }) => (
        <li
          key={kind}
          className="flex items-center justify-between gap-2 rounded-lg bg-warn-soft pl-2.5 text-sm text-warn"
        >
          {t('active', { kind: t(`kinds.${kind}`), percent: rate })}
          <IconButton
            look="ghost"
            label={t('clear', { kind: t(`kinds.${kind}`) })}
            icon={<X size={14} />}
            disabled={isBusy}
            onClick={() => {
              onSteer({ action: 'setFault', kind, rate: 0 });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
