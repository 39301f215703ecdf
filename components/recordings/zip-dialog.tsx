import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useRecordingDeeds } from '@/lib/browser/use-recordings';
import { mostRecordingsAtOnce, type RecordingRow, type ZipLink } from '@/lib/contract/recording';
import { isPlayable } from './recording-look';
import { RowNames } from './row-names';
import { useRecordingWords } from './use-recording-words';

/**
 * Has a ZIP of recordings made, and hands it to the browser, which shows how far it has come. Where some
 * are not archived it says which first.
 */
export function ZipDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly RecordingRow[];
  readonly onClose: () => void;
}) {
  const t = useTranslations('recordings.zipDialog');
  const common = useTranslations('common');
  const words = useRecordingWords();
  const { zip } = useRecordingDeeds();
  const { trouble, run } = useAttempt();
  const [made, setMade] = useState<ZipLink | null>(null);
  const [hasBegun, setBegun] = useState(false);
  const isTooMany = rows.length > mostRecordingsAtOnce;
  const isPossible = !isTooMany && rows.some(isPlayable);
  // Asked for once, when the window opens; what is selected behind it cannot change.
  const [ask] = useState(() => {
    let asked: Promise<ZipLink> | null = null;
    return () => (asked ??= zip(rows.map(({ id }) => id)));
  });
  useEffect(() => {
    if (!isPossible) return undefined;
    let isWanted = true;
    run(async () => {
      const link = await ask();
      if (!isWanted) return;
      setMade(link);
      if (link.files === 0 || link.left.length > 0) return;
      setBegun(true);
      window.location.assign(link.url);
    });
    return () => {
      isWanted = false;
    };
  }, [ask, run, isPossible]);
  const leftIds = new Set(made?.left);
  const left =
    made === null
      ? rows.filter((row) => !isPlayable(row))
      : rows.filter(({ id }) => leftIds.has(id));
  const size = made === null ? '' : words.size(made.bytes);
  const isEmpty = !isPossible || made?.files === 0;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          {made !== null && made.files > 0 && (
            <LinkButton
              look={hasBegun ? 'plain' : 'primary'}
              icon={<Download aria-hidden size={14} />}
              href={made.url}
              download
              onClick={() => {
                setBegun(true);
              }}
            >
              {hasBegun ? t('again') : t('download', { size })}
            </LinkButton>
          )}
        </>
      }
    >
      <div aria-live="polite" className="flex flex-col gap-3">
        {isTooMany && <p className="text-bad">{t('tooMany', { most: mostRecordingsAtOnce })}</p>}
        {!isTooMany && isEmpty && <p>{t('nothing')}</p>}
        {isPossible && made === null && trouble === null && (
          <>
            <p className="text-ink-2">{t('making')}</p>
            <progress aria-label={t('making')} className="h-2 w-full accent-brand" />
          </>
        )}
        {made !== null && made.files > 0 && (
          <p className="font-[560]">{t('ready', { count: made.files, size })}</p>
        )}
        {hasBegun && <p className="text-ink-2">{t('begun')}</p>}
        {!isTooMany && left.length > 0 && (
          <div className="rounded-lg bg-warn-soft px-3 py-2">
            <p className="text-warn">{t('left', { count: left.length })}</p>
            <RowNames
              rows={left}
              say={(row) => t('leftWhy', { name: words.name(row), state: words.state(row) })}
            />
          </div>
        )}
        <TroubleLine trouble={trouble} />
      </div>
    </Dialog>
  );
}
