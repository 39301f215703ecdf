import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { useRecording } from '@/lib/browser/use-recording';
import { recordingPath } from '@/lib/browser/use-recordings';
import type { Playback } from './playback';
import { Player, type PlayerStart } from './player';
import { playPath } from './recording-address';

/** The player at the foot of the page, once it is known what is to be played. */
export function OpenPlayer({
  id,
  playback,
  start,
  onClose,
}: {
  readonly id: string;
  readonly playback: Playback;
  readonly start: PlayerStart;
  readonly onClose: () => void;
}) {
  const path = recordingPath(id);
  const { detail, error, refresh } = useRecording(path);
  if (detail === null) return <NotYet error={error} onRetry={refresh} onClose={onClose} />;
  return (
    <Player
      {...{ path, detail, playback, start, onClose }}
      pathTo={(atMs) => playPath(id, atMs)}
      mayDownload={detail.mayDownload}
      mayNote={detail.isWhole}
    />
  );
}

function NotYet({
  error,
  onRetry,
  onClose,
}: {
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('recordings.player');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  return (
    <section
      aria-label={t('title')}
      className="flex shrink-0 items-center gap-3 border-t border-line bg-panel px-3 py-3 md:px-5"
    >
      {error === null ? (
        <div role="status" className="flex-1 space-y-2">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-7 w-72 max-w-full" />
          <Skeleton className="h-11" />
        </div>
      ) : (
        <>
          <p role="alert" className="min-w-0 flex-1 text-bad">
            {t('failed')} {sentence(error)}
          </p>
          <Button onClick={onRetry}>{common('retry')}</Button>
        </>
      )}
      <IconButton look="ghost" label={t('close')} icon={<X size={15} />} onClick={onClose} />
    </section>
  );
}
