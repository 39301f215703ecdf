import { RefreshCw, User, Webhook } from 'lucide-react';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { PhaseIcon, phaseTone } from '@/components/desk/command-mark';
import { classNames } from '@/components/ui/class-names';
import type { Call, CallCommandRecord } from '@/lib/domain/call/call';
import type { CallEvent } from '@/lib/domain/call/event';
import { type EventSource, type Numbered, timeOf } from '@/lib/domain/event';
import { nameOf } from './call-mark';
import { callSteps } from './call-steps';
import { useCallSentence } from './use-call-sentence';

const pictures: Record<EventSource, typeof User> = {
  carrier: Webhook,
  command: User,
  rostrum: User,
  reconcile: RefreshCw,
};

/** Everything that was told of a call, the newest first: when, by whom, and how a command fares. */
export function CallTimeline({
  events,
  call,
}: {
  readonly events: readonly Numbered<CallEvent>[];
  readonly call: Call;
}) {
  const lines = useMemo(() => callSteps(events, call), [events, call]);
  return (
    <ol className="py-1">
      {lines.map(({ event, phase, refusal }) => (
        <Line key={event.seq} event={event} phase={phase} refusal={refusal} />
      ))}
    </ol>
  );
}

function Line({
  event,
  phase,
  refusal,
}: {
  readonly event: Numbered<CallEvent>;
  readonly phase: CallCommandRecord['phase'] | null;
  readonly refusal: string | null;
}) {
  const t = useTranslations('calls');
  const format = useFormatter();
  const sentence = useCallSentence();
  const time = new Date(timeOf(event) / 1000);
  const Icon = pictures[event.source];
  return (
    <li className="grid grid-cols-[64px_16px_minmax(0,1fr)] items-start gap-2 px-4 py-[5px] md:px-5">
      <time
        dateTime={time.toISOString()}
        title={format.dateTime(time, { dateStyle: 'medium', timeStyle: 'long' })}
        className="pt-px font-mono text-[11px] text-ink-3"
      >
        {format.dateTime(time, {
          ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
        })}
      </time>
      <span title={t(`timeline.source.${event.source}`)} className="mt-0.5 text-ink-3">
        <Icon aria-hidden size={14} />
        <span className="sr-only">{t(`timeline.source.${event.source}`)}</span>
      </span>
      <div className="min-w-0 wrap-anywhere text-ink-2">
        <p>{sentence(event)}</p>
        {phase !== null && event.type === 'command.sent' && (
          <p className={classNames('flex gap-1 text-sm [&>svg]:mt-[3px]', phaseTone(phase))}>
            <PhaseIcon phase={phase} />
            {refusal === null || refusal === ''
              ? t(`mark.${phase}`, { what: t(`mark.what.${nameOf(event.data.command.type)}`) })
              : t('timeline.because', { detail: refusal })}
          </p>
        )}
      </div>
    </li>
  );
}
