import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ControlProps } from '@/components/forms/control-props';
import { Skeleton } from '@/components/ui/skeleton';
import { useFreeCalls } from '@/lib/browser/use-free-calls';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import type { CallRow } from '@/lib/contract/rows';
import { clockOf } from '@/lib/format/duration';
import { nameOfFarEnd, shortId } from '@/lib/format/person';

/** The calls that are up and stand nowhere, of which one is chosen. */
export function CallChoice({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('creation');
  const group = useId();
  const { calls, error: failure } = useFreeCalls();
  return (
    <fieldset aria-describedby={`${group}-about`}>
      <legend className="mb-1 text-sm font-medium text-ink-2">{t('call')}</legend>
      {calls === null && failure === null && <Skeleton className="h-9" />}
      {calls !== null && calls.length > 0 && (
        <div className="max-h-48 overflow-auto rounded-lg border border-line">
          {calls.map((call) => (
            <CallLine
              key={call.id}
              call={call}
              group={group}
              isChosen={value === call.id}
              onChoose={() => {
                onChange({ [field.name]: call.id });
              }}
            />
          ))}
        </div>
      )}
      <p
        id={`${group}-about`}
        className={error === undefined ? 'mt-1 text-xs text-ink-3' : 'mt-1 text-xs text-bad'}
      >
        {calls?.length === 0
          ? t('noCalls')
          : (error ?? t(failure === null ? 'callHint' : 'callsFailed'))}
      </p>
    </fieldset>
  );
}

function CallLine({
  call,
  group,
  isChosen,
  onChoose,
}: {
  readonly call: CallRow;
  readonly group: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useTranslations('creation');
  const now = useCarrierNow();
  const { id, name, number, direction, answeredAt } = call;
  const who = nameOfFarEnd(name, number) ?? shortId(id);
  return (
    <label className="flex min-h-9 items-center gap-2.5 border-b border-line-soft px-3 py-1.5 last:border-b-0 hover:bg-raise has-checked:bg-brand-soft">
      <input
        type="radio"
        name={group}
        className="accent-brand"
        checked={isChosen}
        onChange={onChoose}
      />
      <span className="min-w-0 flex-1 truncate font-[530]">{who}</span>
      {direction !== null && <span className="text-sm text-ink-3">{t(direction)}</span>}
      {answeredAt !== null && now > 0 && (
        <span className="font-mono text-sm text-ink-2">
          {clockOf(Math.max(0, now - answeredAt))}
        </span>
      )}
    </label>
  );
}
