import { Download, Trash2, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FloatingBar } from '@/components/ui/floating-bar';
import { IconButton } from '@/components/ui/icon-button';
import { useMay } from '@/lib/browser/use-may';
import type { RecordingRow } from '@/lib/contract/recording';
import type { RecordingQuestion } from './recording-hands';

/** What can be done with the recordings that are selected. */
export function RecordingSelectionBar({
  rows,
  hidden,
  isAllLoaded,
  onAsk,
  onClear,
}: {
  readonly rows: readonly RecordingRow[];
  /** How many more are selected that are not shown. */
  readonly hidden: number;
  /** Whether all that are loaded are selected, and there are more to be loaded. */
  readonly isAllLoaded: boolean;
  readonly onAsk: (question: RecordingQuestion) => void;
  readonly onClear: () => void;
}) {
  const t = useTranslations('recordings.bar');
  const mayExport = useMay('recording.export');
  const mayDelete = useMay('recording.delete');
  const button = (ask: 'zip' | 'delete', icon: React.ReactNode) => (
    <Button
      look={ask === 'delete' ? 'danger' : 'plain'}
      icon={icon}
      disabled={rows.length === 0}
      className="max-md:px-[7px]"
      onClick={() => {
        onAsk({ ask, rows });
      }}
    >
      <span className="max-md:sr-only">{t(ask)}</span>
    </Button>
  );
  return (
    <FloatingBar label={t('label')}>
      <strong className="mr-1.5 font-[560] whitespace-nowrap">
        {t('count', { count: rows.length })}
        {isAllLoaded && <span className="font-normal text-ink-3"> {t('allLoaded')}</span>}
        {hidden > 0 && (
          <span className="font-normal text-ink-3 max-md:sr-only">
            {' '}
            {t('hidden', { count: hidden })}
          </span>
        )}
      </strong>
      {mayExport && button('zip', <Download aria-hidden size={14} />)}
      {mayDelete && button('delete', <Trash2 aria-hidden size={14} />)}
      <IconButton look="ghost" label={t('clear')} icon={<X size={15} />} onClick={onClear} />
    </FloatingBar>
  );
}
