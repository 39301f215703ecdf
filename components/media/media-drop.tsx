'use client';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { DropZone } from '@/components/ui/drop-zone';
import { soundTroubleOf } from '@/lib/browser/check-sound';
import { maxMediaBytes } from '@/lib/contract/limits';

const megabyte = 1024 * 1024;

/** Where a file is dropped or chosen; what is no sound, or too large, is told before anything is sent. */
export function MediaDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useTranslations('settings.media');
  const { number } = useFormatter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const check = async ([file, ...more]: readonly File[]) => {
    if (file === undefined) return;
    if (more.length > 0) {
      setRefusal(t('refused.several'));
      return;
    }
    const trouble = await soundTroubleOf(file);
    if (trouble === null) {
      setRefusal(null);
      onFile(file);
      return;
    }
    const size = number(file.size / megabyte, { maximumFractionDigits: 1 });
    const most = number(maxMediaBytes / megabyte);
    setRefusal(t(`refused.${trouble}`, { file: file.name, size, most }));
  };
  return (
    <div>
      <DropZone
        accept=".wav,.mp3,audio/wav,audio/mpeg"
        label={t('choose')}
        onFiles={(files) => void check(files)}
      >
        <span className="flex items-center gap-2 font-[530]">
          <Upload aria-hidden size={16} className="text-ink-2" />
          {t('drop')}
        </span>
        <span className="text-sm text-ink-3">
          {t('dropAbout', { megabytes: number(maxMediaBytes / megabyte) })}
        </span>
      </DropZone>
      <p role="alert" className="mt-2 text-bad empty:hidden">
        {refusal}
      </p>
    </div>
  );
}
