'use client';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { classNames } from '@/components/ui/class-names';
import { StatusDot } from '@/components/ui/status-dot';
import type { Tone } from '@/components/ui/tone';
import type { ConnectionPhase } from '@/lib/browser/connection';
import { useConnection } from '@/lib/browser/use-connection';
import { useLength } from '@/lib/i18n/use-length';

const tones: Record<ConnectionPhase, Tone> = {
  connecting: 'neutral',
  live: 'live',
  reconnecting: 'warn',
  stale: 'bad',
};

/** Whether the screen is live, and how old the truth on it is: of the conference shown, or of all. */
export function ConnectionStatus() {
  const t = useTranslations('shell.connection');
  const length = useLength();
  const { conferenceId } = useParams<{ conferenceId?: string }>();
  const { phase, age } = useConnection(conferenceId ?? null);
  return (
    <p className="flex min-w-0 items-center gap-[7px]" title={t('about')}>
      <StatusDot tone={tones[phase]} isHaloed />
      <span
        role="status"
        className={classNames('max-md:sr-only', phase === 'stale' && 'font-medium text-bad')}
      >
        {t(phase)}
      </span>
      <span className="truncate md:-ml-[3px]">
        <span aria-hidden className="max-md:hidden">
          ·{' '}
        </span>
        {age === null ? t('nothingHeard') : t('truth', { age: length(age) })}
      </span>
    </p>
  );
}
