import { createContext, useContext, useId } from 'react';
import { useTranslations } from 'use-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { useFreeCalls } from '@/lib/browser/use-free-calls';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import type { CallRow } from '@/lib/contract/rows';
import { clockOf } from '@/lib/format/duration';
import { nameOfFarEnd, shortId } from '@/lib/format/person';
import type { ControlProps } from './control-props';
import { useFieldWords } from './field-words';

/** The call that a form is about, which is none to choose in it. */
export const OwnCallContext = createContext<string | null>(null);

/** The calls that are up and stand nowhere, of which one, or any number, is chosen. */
export function CallControl({ field, value, error, onChange }: ControlProps) {
  const t = useTranslations('forms.calls');
  const words = useFieldWords()(field);
  const id = useId();
  const own = useContext(OwnCallContext);
  const { calls: known, error: failure } = useFreeCalls();
  const calls = known?.filter((call) => call.id !== own) ?? null;
  const isMany = field.max !== undefined;
  const chosen = new Set(typeof value === 'string' ? [value] : value);
  const change = (call: string, isChosen: boolean) => {
    const others = [...chosen].filter((each) => each !== call);
    onChange({ [field.name]: isMany ? (isChosen ? [...others, call] : others) : call });
  };
  return (
    <fieldset aria-describedby={`${id}-about`} className="min-w-0">
      <legend className="mb-1 text-sm font-medium text-ink-2">
        {isMany ? t('label') : words.label}
      </legend>
      {calls === null && failure === null && <Skeleton className="h-9" />}
      {calls !== null && calls.length > 0 && (
        <div className="max-h-48 overflow-auto rounded-lg border border-line">
          {calls.map((call) => (
            <CallLine
              key={call.id}
              call={call}
              group={isMany ? null : id}
              isChosen={chosen.has(call.id)}
              onChoose={(isChosen) => {
                change(call.id, isChosen);
              }}
            />
          ))}
        </div>
      )}
      <p
        id={`${id}-about`}
        className={error === undefined ? 'mt-1 text-xs text-ink-3' : 'mt-1 text-xs text-bad'}
      >
        {calls?.length === 0
          ? t('none')
          : (error ?? (failure === null ? (isMany ? t('help') : words.help) : t('failed')))}
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
  /** What ties the lines together of which only one can be chosen; null where any can. */
  readonly group: string | null;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}) {
  const t = useTranslations('forms.calls');
  const now = useCarrierNow();
  const { id, name, number, direction, answeredAt } = call;
  const who = nameOfFarEnd(name, number) ?? shortId(id);
  return (
    <label className="flex min-h-9 items-center gap-2.5 border-b border-line-soft px-3 py-1.5 last:border-b-0 hover:bg-raise has-checked:bg-brand-soft">
      <input
        type={group === null ? 'checkbox' : 'radio'}
        name={group ?? undefined}
        className="size-[15px] shrink-0 accent-brand"
        checked={isChosen}
        onChange={(event) => {
          onChoose(event.target.checked);
        }}
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
