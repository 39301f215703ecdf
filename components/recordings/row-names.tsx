import { useTranslations } from 'use-intl';
import type { RecordingRow } from '@/lib/contract/recording';
import { useRecordingWords } from './use-recording-words';

const mostNamed = 5;

/** A few recordings by name, and how many more there are. */
export function RowNames({
  rows,
  say,
}: {
  readonly rows: readonly RecordingRow[];
  /** What is said of each; else its name. */
  readonly say?: (row: RecordingRow) => string;
}) {
  const t = useTranslations('recordings.delete');
  const words = useRecordingWords();
  return (
    <ul className="text-ink-2">
      {rows.slice(0, mostNamed).map((row) => (
        <li key={row.id} className="truncate">
          {say?.(row) ?? words.name(row)}
        </li>
      ))}
      {rows.length > mostNamed && <li>{t('more', { count: rows.length - mostNamed })}</li>}
    </ul>
  );
}
