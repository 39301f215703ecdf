import { CircleDot, CirclePause, Hourglass, PhoneOff, Timer, Users, WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import { StatusDot } from '@/components/ui/status-dot';
import { useConference } from '@/lib/browser/use-conference';
import { useConnection } from '@/lib/browser/use-connection';
import { useNow } from '@/lib/browser/use-now';
import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import { everIn, peopleIn, recordingOf, startedAt, statusOf } from '@/lib/domain/conference/view';
import { fullClockOf } from '@/lib/format/duration';
import { nameOf, shortId } from '@/lib/format/person';
import { useLength } from '@/lib/i18n/use-length';
import { useConferenceId, useDeskStore } from './desk-store';
import { endsInOf } from './ends-in';
import { RunningClock } from './running-clock';
import { useEndReason } from './use-end-reason';

/** What the conference is, how long it has run, and the way to end it. */
export function DeskHeader() {
  const conference = useConference((view) => view.foreseen);
  const t = useTranslations('desk.header');
  const desk = useDeskStore();
  if (conference === null) return null;
  const isEnded = statusOf(conference) === 'completed';
  const name = conference.description?.name ?? shortId(conference.id);
  return (
    <header className="flex shrink-0 items-start gap-3 border-b border-line-soft bg-panel px-3 pt-3 pb-2.5 md:items-center md:px-5 md:pt-3.5 md:pb-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <h1 className="truncate text-xl font-[620] tracking-tight">{name}</h1>
          <StatusPill conference={conference} />
          <RecordingPill conference={conference} />
          <Pill icon={<Users aria-hidden size={12} />}>
            {isEnded
              ? t('peopleEver', { count: everIn(conference) })
              : t('people', { count: peopleIn(conference) })}
          </Pill>
          <StalePill />
          <EndsIn expiresAt={isEnded ? null : (conference.description?.expiresAt ?? null)} />
        </div>
        <Origin conference={conference} />
      </div>
      {!isEnded && (
        <Button
          look="danger"
          icon={<PhoneOff size={16} />}
          onClick={() => {
            desk.setState({ question: { ask: 'end' } });
          }}
        >
          {t('end')}
        </Button>
      )}
    </header>
  );
}

function StatusPill({ conference }: { readonly conference: Conference }) {
  const t = useTranslations('desk.header');
  const reason = useEndReason(conference);
  const began = startedAt(conference);
  switch (statusOf(conference)) {
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
            time: () => (began === null ? null : <RunningClock since={began} isFull />),
          })}
        </Pill>
      );
    case 'completed': {
      const endedAt = conference.ended?.at ?? null;
      return (
        <>
          <Pill>{reason === null ? t('ended') : t('endedBecause', { reason })}</Pill>
          {began !== null && endedAt !== null && (
            <Pill icon={<Timer aria-hidden size={12} />}>
              {t('ran', { time: fullClockOf(Math.max(0, endedAt - began)) })}
            </Pill>
          )}
        </>
      );
    }
  }
}

function RecordingPill({ conference }: { readonly conference: Conference }) {
  const t = useTranslations('desk.header');
  const { phase, recordedMicros, runningSince } = recordingOf(conference);
  switch (phase) {
    case 'off':
      return null;
    case 'recording':
      return (
        <Pill tone="bad" icon={<CircleDot aria-hidden size={12} />} title={t('recSilent')}>
          {t.rich('rec', {
            time: () =>
              runningSince === null ? null : (
                <RunningClock since={runningSince} before={recordedMicros} isFull />
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

function EndsIn({ expiresAt }: { readonly expiresAt: number | null }) {
  const t = useTranslations('desk.header');
  const format = useFormatter();
  const length = useLength();
  const now = useNow();
  if (expiresAt === null || now === 0) return null;
  const { left, tone } = endsInOf(expiresAt, now);
  const time = format.dateTime(expiresAt / 1000, { timeStyle: 'short' });
  return (
    <Pill tone={tone} icon={<Timer aria-hidden size={12} />} title={t('expires', { time })}>
      {left <= 0 ? t('endsNow') : t('endsIn', { time: length(left) })}
    </Pill>
  );
}

function Origin({ conference }: { readonly conference: Conference }) {
  const t = useTranslations('desk.header');
  const format = useFormatter();
  const began = startedAt(conference);
  const starter = conference.created?.value.callControlId ?? null;
  const participant = starter === null ? undefined : participantOf(conference, starter);
  const time =
    began === null
      ? null
      : format.dateTime(began / 1000, { timeStyle: 'short', dateStyle: 'medium' });
  const started =
    time === null
      ? null
      : participant === undefined
        ? t('started', { time })
        : t('startedBy', { time, name: nameOf(participant) });
  const parts = [conference.description?.region ?? null, started].filter((part) => part !== null);
  return (
    <p className="mt-[3px] truncate text-sm text-ink-3">
      {parts.map((part) => (
        <span key={part} className="after:content-['_·_']">
          {part}
        </span>
      ))}
      <span className="font-mono" title={conference.id}>
        {conference.id.slice(0, 8)}
      </span>
    </p>
  );
}
