import { CircleDot, CirclePause, Hourglass, MicOff, Timer, Users, WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useShallow } from 'zustand/react/shallow';
import { later } from '@/components/ui/later';
import { Pill } from '@/components/ui/pill';
import { StatusDot } from '@/components/ui/status-dot';
import { useConference } from '@/lib/browser/use-conference';
import { useConnection } from '@/lib/browser/use-connection';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { fullClockOf } from '@/lib/format/duration';
import { useLength } from '@/lib/i18n/use-length';
import { ActionButton } from './action-button';
import { type DeskHead, headOf } from './desk-head';
import { useConferenceId } from './desk-store';
import { endsInOf } from './ends-in';
import { RunningClock } from '@/components/shell/running-clock';
import { usePageTitle } from './use-page-title';
import { useReasonWords } from './use-reason-words';

const SavedRecordings = later(async () => (await import('./desk-recordings')).SavedRecordings);

/** What the conference is, how long it has run, and the way to end it. */
export function DeskHeader() {
  const t = useTranslations('desk.header');
  const head = useConference(
    useShallow(({ foreseen }) => (foreseen === null ? null : headOf(foreseen))),
  );
  usePageTitle(head?.name ?? null);
  if (head === null) return null;
  const isEnded = head.status === 'completed';
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line-soft bg-panel px-3 pt-3 pb-2.5 md:flex-nowrap md:px-5 md:pt-3.5 md:pb-3">
      <div className="min-w-0 flex-1 max-md:contents">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 max-md:contents">
          <h1 className="min-w-0 truncate text-xl font-[620] tracking-tight max-md:flex-1">
            {head.name}
          </h1>
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 max-md:order-1 max-md:basis-full">
            <StatusPill head={head} />
            <RecordingPill head={head} />
            <SavedRecordings />
            <Pill icon={<Users aria-hidden size={12} />}>
              {isEnded
                ? t('peopleEver', { count: head.everIn })
                : t('people', { count: head.people })}
            </Pill>
            {head.mutesNewcomers && (
              <Pill
                tone="warn"
                icon={<MicOff aria-hidden size={12} />}
                title={t('mutesNewcomersAbout')}
              >
                {t('mutesNewcomers')}
              </Pill>
            )}
            <EndsIn expiresAt={head.expiresAt} />
            <StalePill />
          </div>
        </div>
        <Origin head={head} />
      </div>
      <div className="flex flex-wrap justify-end gap-2 max-lg:[&_kbd]:hidden">
        <ActionButton id="invite" />
        <ActionButton id="end" look="danger" />
      </div>
    </header>
  );
}

function StatusPill({ head }: { readonly head: DeskHead }) {
  const t = useTranslations('desk.header');
  const reasonWords = useReasonWords();
  const { status, startedAt, endedAt, endReason } = head;
  switch (status) {
    case 'init':
      return (
        <Pill tone="warn" icon={<Hourglass aria-hidden size={12} />}>
          {t('waiting')}
        </Pill>
      );
    case 'in_progress':
      return (
        <Pill tone="live" icon={<StatusDot tone="live" />}>
          {t.rich('live', {
            time: () => (startedAt === null ? null : <RunningClock since={startedAt} isFull />),
          })}
        </Pill>
      );
    case 'completed':
      return (
        <>
          <Pill>
            {endReason === null
              ? t('ended')
              : t('endedBecause', { reason: reasonWords(endReason) })}
          </Pill>
          {startedAt !== null && endedAt !== null && (
            <Pill icon={<Timer aria-hidden size={12} />}>
              {t('ran', { time: fullClockOf(Math.max(0, endedAt - startedAt)) })}
            </Pill>
          )}
        </>
      );
  }
}

function RecordingPill({ head }: { readonly head: DeskHead }) {
  const t = useTranslations('desk.header');
  const { recording, recordedMicros, recordingSince } = head;
  switch (recording) {
    case 'off':
      return null;
    case 'recording':
      return (
        <Pill tone="bad" icon={<CircleDot aria-hidden size={12} />} title={t('recSilent')}>
          {t.rich('rec', {
            time: () =>
              recordingSince === null ? null : (
                <RunningClock since={recordingSince} before={recordedMicros} isByOurClock isFull />
              ),
          })}
        </Pill>
      );
    case 'paused':
      return (
        <Pill tone="warn" icon={<CirclePause aria-hidden size={12} />} title={t('recSilent')}>
          {t('recPaused', { time: fullClockOf(recordedMicros) })}
        </Pill>
      );
    case 'stopping':
      return <Pill icon={<CircleDot aria-hidden size={12} />}>{t('recStopping')}</Pill>;
  }
}

function EndsIn({ expiresAt }: { readonly expiresAt: number | null }) {
  const t = useTranslations('desk.header');
  const format = useFormatter();
  const length = useLength();
  const now = useCarrierNow();
  if (expiresAt === null || now === 0) return null;
  const { left, tone } = endsInOf(expiresAt, now);
  const time = format.dateTime(expiresAt / 1000, { timeStyle: 'short' });
  return (
    <Pill tone={tone} icon={<Timer aria-hidden size={12} />} title={t('expires', { time })}>
      {left <= 0 ? t('endsNow') : t('endsIn', { time: length(left) })}
    </Pill>
  );
}

/** Says that the desk is out of date, and by how much. */
function StalePill() {
  const t = useTranslations('desk.stale');
  const length = useLength();
  const { phase, age } = useConnection(useConferenceId());
  if (phase !== 'stale') return null;
  return (
    <Pill tone="warn" icon={<WifiOff aria-hidden size={12} />} title={t('about')}>
      {age === null ? t('title') : t('age', { age: length(age) })}
    </Pill>
  );
}

function Origin({ head }: { readonly head: DeskHead }) {
  const t = useTranslations('desk.header');
  const format = useFormatter();
  const { id, region, startedAt, startedBy: name } = head;
  const time =
    startedAt === null
      ? null
      : format.dateTime(startedAt / 1000, { timeStyle: 'short', dateStyle: 'medium' });
  return (
    <p className="truncate text-sm text-ink-3 max-md:order-2 max-md:basis-full md:mt-[3px] [&>span:not(:last-child)]:after:content-['_·_']">
      {region !== null && <span>{region}</span>}
      {time !== null && (
        <span>{name === null ? t('started', { time }) : t('startedBy', { time, name })}</span>
      )}
      <span className="font-mono" title={id}>
        {id.slice(0, 8)}
      </span>
    </p>
  );
}
