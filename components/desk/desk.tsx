'use client';
import { type ReactNode, useCallback, useRef } from 'react';
import { classNames } from '@/components/ui/class-names';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { useOfferedActions } from '@/components/actions/use-action-board';
import { NotAllowed } from '@/components/shell/require-permission';
import { ConferenceProvider, useConference } from '@/lib/browser/use-conference';
import { useConnection } from '@/lib/browser/use-connection';
import { useMe } from '@/lib/browser/use-may';
import { isCompleted } from '@/lib/domain/conference/view';
import type { ConferenceId } from '@/lib/domain/ids';
import { DialogLoading } from '@/components/shell/dialog-loading';
import { PartWords, WindowWords } from '@/components/shell/later-words';
import { EndAnnouncer, FloorAnnouncer } from './announcer';
import { FloorFeed, RosterFeed } from './desk-feed';
import { BulkResult } from './bulk-result';
import { DeskHeader } from './desk-header';
import { DeskLoading } from './desk-loading';
import { DeskProvider, useConferenceId, useDesk, useDeskStore } from './desk-store';
import { DeskTools } from './desk-tools';
import { HandsProvider } from './hands';
import { Roster } from './roster';
import { SidePanel } from './side-panel';
import { useDeskSource } from './use-desk-source';

// Nobody is asked anything at first: what asks comes after the rest of the desk.
const DeskDialogs = later(async () => (await import('./desk-dialogs')).DeskDialogs, DialogLoading);

// What is wanted only now and then is not waited for.
const AnnouncementKeys = later(async () => (await import('./announcement-keys')).AnnouncementKeys);
const NoConference = later(async () => (await import('./no-conference')).NoConference);
const NowPlaying = later(async () => (await import('./now-playing')).NowPlaying);

// A chart comes after the people; until then its place is kept.
const FloorRibbon = later(
  async () => (await import('./floor-ribbon')).FloorRibbon,
  () => <div className="h-[76px] shrink-0 border-t border-line bg-panel md:h-[103px]" />,
);

/** One conference: who is in, who has the floor, what happened, and everything a moderator can do. */
export function Desk({ conferenceId }: { readonly conferenceId: string }) {
  const id = conferenceId as ConferenceId;
  // What is held was sent for the eyes of one role: whose sight changes, begins anew.
  const { role } = useMe();
  return (
    <ConferenceProvider key={`${id} ${role}`} id={id}>
      <DeskProvider conferenceId={id}>
        <DeskBody />
      </DeskProvider>
    </ConferenceProvider>
  );
}

function DeskBody() {
  const isKnown = useConference((view) => view.foreseen !== null);
  const status = useConference((view) => view.status);
  if (status === 'not-allowed') return <NotAllowed permission="conference.watch" />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      {isKnown && <OpenDesk />}
      {!isKnown &&
        (status === 'not-found' ? (
          <PartWords>
            <NoConference />
          </PartWords>
        ) : (
          <DeskLoading />
        ))}
    </div>
  );
}

function OpenDesk() {
  const searchRef = useRef<HTMLInputElement>(null);
  const isEnded = useConference((view) => view.foreseen !== null && isCompleted(view.foreseen));
  return (
    <HandsProvider searchRef={searchRef}>
      <DeskActions />
      <AnnouncementKeys />
      <RosterFeed />
      <FloorFeed />
      <FloorAnnouncer />
      <EndAnnouncer />
      <DimmedWhenStale>
        <DeskHeader />
        {!isEnded && <DeskTools />}
        <BulkResult />
        <div className="flex min-h-0 flex-1">
          <Roster searchRef={searchRef} />
          <SidePanel />
        </div>
        {!isEnded && (
          <PartWords>
            <NowPlaying />
          </PartWords>
        )}
        <FloorRibbon />
      </DimmedWhenStale>
      <Questions />
    </HandsProvider>
  );
}

/** Offers to palette and shortcuts what the desk can do; draws nothing. */
function DeskActions() {
  useOfferedActions(useDeskSource());
  return null;
}

function Questions() {
  const isAsked = useDesk((desk) => desk.question !== null);
  const desk = useDeskStore();
  const close = useCallback(() => {
    desk.setState({ question: null });
  }, [desk]);
  useLoadedWhenIdle(DeskDialogs);
  return (
    isAsked && (
      <WindowWords onClose={close}>
        <DeskDialogs onClose={close} />
      </WindowWords>
    )
  );
}

function DimmedWhenStale({ children }: { readonly children: ReactNode }) {
  const isStale = useConnection(useConferenceId()).phase === 'stale';
  return (
    <div
      className={classNames(
        'flex min-h-0 flex-1 flex-col transition-opacity',
        isStale && 'opacity-60',
      )}
    >
      {children}
    </div>
  );
}
