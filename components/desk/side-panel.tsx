import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LaterWords, PartWords } from '@/components/shell/later-words';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { Tabs } from '@/components/ui/tabs';
import { useTimelinePages } from '@/lib/browser/use-timeline-pages';
import { useConferenceId, useDesk, useDeskStore } from './desk-store';
import { emptyTimeline, withBursts, withEvents } from './timeline';
import { TimelineBar } from './timeline-bar';
import { filteredLines, isFiltering } from './timeline-filter';
import { TimelineList } from './timeline-list';
import { useLobby } from './use-lobby';

// Most conferences have no lobby.
const LobbyFeed = later(async () => (await import('./lobby-feed')).LobbyFeed);
const ParticipantPanel = later(async () => (await import('./participant-panel')).ParticipantPanel);
const WaitingPanel = later(async () => (await import('./waiting-panel')).WaitingPanel);
const WaitingCount = later(async () => (await import('./waiting-panel')).WaitingCount);

/** Timeline and participant beside the roster; over it, where the screen is narrow. */
export function SidePanel() {
  const t = useTranslations('desk.panel');
  const desk = useDeskStore();
  useLoadedWhenIdle(ParticipantPanel, WaitingPanel);
  const panel = useDesk((now) => now.panel);
  const { events, hasOlder, isLoading, isLoadingOlder, error, loadOlder, retry } =
    useTimelinePages(useConferenceId());
  const pages = useMemo(
    () => ({ hasOlder, isLoading, isLoadingOlder, error, loadOlder, retry }),
    [hasOlder, isLoading, isLoadingOlder, error, loadOlder, retry],
  );
  const [timeline, setTimeline] = useState(emptyTimeline);
  const heard = withEvents(timeline, events);
  if (heard !== timeline) setTimeline(heard);
  const filter = useDesk((now) => now.timelineFilter);
  const names = useDesk((now) => now.roster.names);
  const lines = useMemo(
    () => withBursts(filteredLines(heard.lines, filter, names)),
    [heard.lines, filter, names],
  );
  const lobby = useLobby();
  const queue = useDesk((now) => now.lobbyQueue);
  const shown = panel === 'people' || (panel === 'waiting' && lobby === null) ? 'timeline' : panel;
  const close = () => {
    desk.setState({ panel: 'people' });
  };
  return (
    <aside
      aria-label={t('label')}
      className={classNames(
        'flex min-h-0 flex-col border-line bg-panel max-lg:fixed max-lg:inset-0 max-lg:z-30 lg:w-[344px] lg:shrink-0 lg:border-l',
        panel === 'people' && 'max-lg:hidden',
      )}
    >
      {lobby !== null && <LobbyFeed key={lobby} lobby={lobby} />}
      <div className="absolute top-1.5 right-2 z-10 lg:hidden">
        <IconButton look="ghost" label={t('close')} icon={<X size={16} />} onClick={close} />
      </div>
      <Tabs
        label={t('label')}
        value={shown}
        onChange={(value) => {
          desk.setState({ panel: value });
        }}
        tabs={[
          {
            value: 'timeline',
            label: t('timeline'),
            panel: (
              <>
                <TimelineBar />
                <TimelineList lines={lines} pages={pages} isFiltered={isFiltering(filter)} />
              </>
            ),
          },
          {
            value: 'participant',
            label: t('participant'),
            panel: (
              <LaterWords>
                <ParticipantPanel lines={heard.lines} pages={pages} />
              </LaterWords>
            ),
          },
          ...(lobby === null
            ? []
            : [
                {
                  value: 'waiting' as const,
                  label: t('waiting'),
                  badge: <WaitingCount queue={queue} />,
                  panel: (
                    <PartWords>
                      <WaitingPanel lobby={lobby} queue={queue} />
                    </PartWords>
                  ),
                },
              ]),
        ]}
      />
    </aside>
  );
}
