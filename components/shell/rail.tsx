'use client';
import { AudioLines, History, ListOrdered, MessagesSquare, Phone, Settings2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { levelTone, worstLevelOf } from '@/components/queues/queue-look';
import { useOverview } from '@/lib/browser/use-overview';
import { ConnectionStatus } from './connection-status';
import { useMay } from '@/lib/browser/use-may';
import { Logo } from './logo';
import { PersonMenu } from './person-menu';
import { RailLink } from './rail-link';

// Most carriers are real ones, which nobody steers.
const RehearsalMenu = dynamic(
  () => import('@/components/rehearsal/rehearsal-menu').then((module) => module.RehearsalMenu),
  { ssr: false },
);

// They wait for the first word of the hub anyway, or for somebody who opens the palette.
const AlertBell = dynamic(
  () => import('@/components/alerts/alert-bell').then((module) => module.AlertBell),
  { ssr: false },
);
const AlertWatch = dynamic(
  () => import('@/components/alerts/alert-watch').then((module) => module.AlertWatch),
  { ssr: false },
);
const PageActions = dynamic(() => import('./page-actions').then((module) => module.PageActions), {
  ssr: false,
});

/** Where one can go, and at its foot how fresh the screen is; a strip on top of small screens. */
export function Rail() {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const live = useOverview((overview) =>
    overview.rev === null ? null : overview.conferences.size,
  );
  const calls = useOverview((overview) => overview.carrier?.calls ?? null);
  const isSimulator = useOverview((overview) => overview.carrier?.isSimulator === true);
  const maySteer = useMay('conference.moderate');
  const mayWatchQueues = useMay('queue.watch');
  const mayReadRecordings = useMay('recording.read');
  const mayReadActivity = useMay('activity.read');
  return (
    <header className="flex items-center gap-1 border-b border-line bg-panel px-3 py-2 md:flex-col md:items-stretch md:gap-0.5 md:border-r md:border-b-0 md:px-2.5 md:py-3.5">
      <Link
        href="/conferences"
        className="mr-2 flex items-center gap-[9px] rounded-lg text-lg font-[650] tracking-[-0.01em] md:mx-0 md:mb-3.5 md:px-2 md:py-0.5"
      >
        <Logo />
        <span className="max-[420px]:sr-only">{common('product')}</span>
      </Link>
      <AlertWatch />
      <PageActions />
      {/* A strip too narrow for all of it is pushed aside by a finger; who one is and how fresh it is stay. */}
      <div className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto max-md:mask-r-from-[calc(100%-16px)] md:contents">
        <nav aria-label={t('navigation')} className="flex gap-0.5 md:flex-col">
          <RailLink
            href="/conferences"
            icon={<MessagesSquare size={16} />}
            label={t('conferences')}
            count={live}
            countLabel={live === null ? '' : t('conferencesLive', { count: live })}
          />
          {mayWatchQueues && <QueuesLink />}
          <RailLink
            href="/calls"
            icon={<Phone size={16} />}
            label={t('calls')}
            count={calls}
            countLabel={calls === null ? '' : t('callsLive', { count: calls })}
          />
          {mayReadRecordings && (
            <RailLink href="/recordings" icon={<AudioLines size={16} />} label={t('recordings')} />
          )}
          {mayReadActivity && (
            <RailLink href="/activity" icon={<History size={16} />} label={t('activity')} />
          )}
          <RailLink href="/settings" icon={<Settings2 size={16} />} label={t('settings')} />
        </nav>
        {mayWatchQueues && <AlertBell />}
        {isSimulator && maySteer && <RehearsalMenu />}
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-2 text-sm text-ink-3 md:mt-auto md:ml-0 md:flex-col md:items-stretch md:gap-[7px] md:border-t md:border-line-soft md:px-2 md:pt-3 md:pb-0.5">
        <ConnectionStatus />
        <PersonMenu />
      </div>
    </header>
  );
}

/** The way to the queues: how many wait there, in the colour of the queue that is worst off. */
function QueuesLink() {
  const t = useTranslations('shell');
  const levels = useTranslations('common.levels');
  const waiting = useOverview(({ rev, queues }) =>
    rev === null ? null : [...queues.values()].reduce((sum, { alive }) => sum + alive, 0),
  );
  const worst = useOverview(({ queues }) => worstLevelOf(queues.values()));
  const isLate = worst !== 'ok';
  const counted = waiting === null ? '' : t('queuesWaiting', { count: waiting });
  return (
    <RailLink
      href="/queues"
      icon={<ListOrdered size={16} />}
      label={t('queues')}
      count={waiting}
      countLabel={isLate ? `${counted}, ${levels(worst)}` : counted}
      tone={isLate ? levelTone(worst) : 'neutral'}
    />
  );
}
