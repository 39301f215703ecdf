import { Square, Upload, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { UploadHere } from '@/components/media/upload-here';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select-field';
import { Skeleton } from '@/components/ui/skeleton';
import { showToast } from '@/components/ui/toast';
import { useListening } from '@/lib/browser/use-listening';
import { mediaAudioPath, useMedia } from '@/lib/browser/use-media';

/** A file of the library, which can be listened to first; one can be added there and then. */
export function FileControl({
  value,
  error,
  onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (name: string) => void;
}) {
  const t = useTranslations('forms');
  const media = useMedia();
  const [isAdding, setAdding] = useState(false);
  const names = media.rows.map(({ name }) => name);
  // What was just uploaded is chosen before the list has it.
  const known = value === '' || names.includes(value) ? names : [value, ...names];
  if (known.length === 0) {
    // What can be pressed meanwhile may not be there a moment later.
    if (media.isLoading) return <Skeleton className="h-[54px]" />;
    return (
      <div className="flex flex-col gap-2">
        <p className={error === undefined ? 'text-sm text-ink-2' : 'text-sm text-bad'}>
          {t('noFiles')}
        </p>
        <UploadHere media={media} onDone={onChange} onCancel={null} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            label={t('soundFile')}
            error={error}
            value={value}
            options={[
              { value: '', label: t('chooseFile') },
              ...known.map((name) => ({ value: name, label: name })),
            ]}
            onChange={onChange}
          />
        </div>
        <div className="flex gap-2 pt-[22px]">
          <Listen name={value} />
          <Button
            icon={<Upload aria-hidden size={14} />}
            aria-expanded={isAdding}
            onClick={() => {
              setAdding(!isAdding);
            }}
          >
            {t('upload')}
          </Button>
        </div>
      </div>
      {isAdding && (
        <UploadHere
          media={media}
          onDone={(name) => {
            setAdding(false);
            onChange(name);
          }}
          onCancel={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

function Listen({ name }: { readonly name: string }) {
  const t = useTranslations('forms');
  const listening = useListening((failed) => {
    showToast({ kind: 'error', title: t('cannotListen', { name: failed }) });
  });
  const isHeard = listening.name === name && name !== '';
  return (
    <IconButton
      label={isHeard ? t('silence') : t('listen')}
      disabled={name === ''}
      icon={isHeard ? <Square size={14} /> : <Volume2 size={14} />}
      onClick={() => {
        if (isHeard) listening.stop();
        else listening.start(name, mediaAudioPath(name));
      }}
    />
  );
}
