'use client';
import { CircleCheck, CirclePause } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import { useNow } from '@/lib/browser/use-now';
import { giveUpReasons, type RelayView } from '@/lib/contract/relay';
import { useLength } from '@/lib/i18n/use-length';

/** How many webhooks were forwarded, wait, and were given up, and why. */
export function RelayProgress({ relay }: { readonly relay: RelayView }) {
  const t = useTranslations('settings.relay.progress');
  const reasons = useTranslations('settings.relay.givenUp');
  const { dateTime, number } = useFormatter();
  const length = useLength();
  const now = useNow();
  const id = useId();
  const { isOn, since, forwarded, waiting, oldestAt, givenUp } = relay;
  const lost = giveUpReasons.filter((reason) => givenUp[reason] > 0);
  const total = lost.reduce((sum, reason) => sum + givenUp[reason], 0);
  return (
    <section aria-labelledby={id}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 id={id} className="font-[620]">
          {t('title')}
        </h2>
        <Pill
          tone={isOn ? 'live' : 'neutral'}
          icon={
            isOn ? <CircleCheck aria-hidden size={12} /> : <CirclePause aria-hidden size={12} />
          }
        >
          {isOn ? t('on') : t('off')}
        </Pill>
        {since !== null && (
          <span className="text-sm text-ink-3">
            {t('since', {
              date: dateTime(since / 1000, { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </span>
        )}
      </div>
      <dl className="grid grid-cols-3 gap-3">
        <Figure label={t('forwarded')} value={number(forwarded)} />
        <Figure label={t('waiting')} value={number(waiting)}>
          {oldestAt !== null && t('oldest', { age: length(Math.max(0, now - oldestAt)) })}
        </Figure>
        <Figure label={t('givenUp')} value={number(total)} isBad={total > 0} />
      </dl>
      {lost.length > 0 && (
        <ul className="mt-3 space-y-1 text-sm text-ink-2">
          {lost.map((reason) => (
            <li key={reason} className="flex justify-between gap-3">
              <span>{reasons(reason)}</span>
              <span className="tabular-nums">{number(givenUp[reason])}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Figure({
  label,
  value,
  isBad = false,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly isBad?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-line bg-panel p-3">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className={`text-2xl font-[620] tabular-nums ${isBad ? 'text-bad' : ''}`}>{value}</dd>
      <dd className="min-h-4 text-xs text-ink-3">{children}</dd>
    </div>
  );
}
