import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FormValues } from '@/components/forms/form-values';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useAnnouncements } from '@/lib/browser/use-announcements';
import type { AnnouncementRow } from '@/lib/contract/announcement';

/** The saved announcements; choosing one fills the form. `wanted` is the key of one to begin with. */
export function AnnouncementChoice({
  wanted,
  onChoose,
}: {
  readonly wanted: number | null;
  readonly onChoose: (values: FormValues) => void;
}) {
  const t = useTranslations('deskForms.ask');
  const { rows } = useAnnouncements();
  const isDone = useRef(wanted === null);
  useEffect(() => {
    const row = rows.find(({ key }) => key === wanted);
    if (isDone.current || row === undefined) return;
    isDone.current = true;
    onChoose(valuesOf(row));
  }, [rows, wanted, onChoose]);
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-label={t('announcements')} className="flex flex-wrap gap-1.5">
      {rows.map((row) => (
        <Button
          key={row.id}
          size="sm"
          onClick={() => {
            onChoose(valuesOf(row));
          }}
        >
          <Kbd>{row.key}</Kbd>
          <span className="max-w-40 truncate">{row.title}</span>
        </Button>
      ))}
    </div>
  );
}

function valuesOf({ text, textType, voice, language }: AnnouncementRow): FormValues {
  return { payload: text, payloadType: textType, voice, language: language ?? '' };
}
