'use client';
import { Link2Off } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { isWorthRetrying } from '@/lib/browser/request';
import { sharedRecordingPath, useRecording } from '@/lib/browser/use-recording';
import type { RecordingDetail } from '@/lib/contract/recording';
import { namesOf } from './along';
import { createPlayback } from './playback';
import { Player } from './player';
import { momentFrom } from './recording-address';
import { RecordingStatePill } from './recording-state';
import { useRecordingWords } from './use-recording-words';

/** One recording, for whoever was given a link to it. */
export function SharedRecordingPage({ token }: { readonly token: string }) {
  const t = useTranslations('recordings.shared');
  const player = useTranslations('recordings.player');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const query = useSearchParams();
  const path = sharedRecordingPath(token);
  const { detail, error, refresh } = useRecording(path);
  const [playback] = useState(createPlayback);
  const [start] = useState(() => ({ atMs: (momentFrom(query) ?? 0) * 1000, isSounding: false }));
  if (detail !== null) {
    return (
      <div className="flex h-full min-h-0 flex-col">
        <Details detail={detail} />
        <Player
          {...{ path, detail, playback, start }}
          pathTo={(atMs) =>
            `/recordings/shared/${encodeURIComponent(token)}?t=${Math.floor(atMs / 1000)}`
          }
          mayDownload={detail.mayDownload}
          mayNote={false}
          onClose={null}
        />
      </div>
    );
  }
  if (error === null) {
    return (
      <div role="status" className="space-y-3 p-5">
        <span className="sr-only">{player('loading')}</span>
        <Skeleton className="h-8 w-72" />
        <Skeleton className="h-32" />
      </div>
    );
  }
  // It may be the network, or us; everything else the link itself is to blame for.
  return isWorthRetrying(error) ? (
    <ErrorState
      isPage
      title={player('failed')}
      detail={sentence(error)}
      action={<Button onClick={refresh}>{common('retry')}</Button>}
    />
  ) : (
    <EmptyState isPage icon={<Link2Off size={20} />} title={t('failed')}>
      {t('failedAbout')}
    </EmptyState>
  );
}

function Details({ detail: { recording, participants } }: { readonly detail: RecordingDetail }) {
  const t = useTranslations('recordings.shared');
  const recordings = useTranslations('recordings');
  const words = useRecordingWords();
  const { format, channels } = recording;
  const kind = [
    format === null ? null : recordings(`formats.${format}`),
    channels === null ? null : recordings(`channels.${channels}`),
  ].filter((word) => word !== null);
  const nameOf = namesOf(participants);
  const people = participants.map(({ callControlId }) => nameOf(callControlId));
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-panel">
      <PageHeader title={words.name(recording)} about={t('about')}>
        <RecordingStatePill row={recording} />
      </PageHeader>
      <dl className="grid max-w-2xl grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 px-4 py-4 md:px-5">
        <Detail term={t('started')}>
          <span className="font-mono text-sm">{words.started(recording)}</span>
        </Detail>
        <Detail term={t('length')}>
          <span className="font-mono text-sm">{words.length(recording)}</span>
        </Detail>
        <Detail term={t('format')}>{kind.join(' · ')}</Detail>
        <Detail term={t('people')}>{people.length === 0 ? t('nobody') : people.join(', ')}</Detail>
      </dl>
    </div>
  );
}

function Detail({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
