import { CircleDot } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import type { RecordingOptions } from '@/lib/domain/conference/command-fields';
import { useConferenceCommands } from './use-room-commands';

const usual: RecordingOptions = {
  format: 'mp3',
  channels: 'single',
  playBeep: false,
  trimSilence: false,
};

/** Asks how a recording is to be made, and starts it. */
export function RecordDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('desk.recordDialog');
  const { record } = useConferenceCommands();
  const [options, setOptions] = useState(usual);
  const change = (part: Partial<RecordingOptions>) => {
    setOptions({ ...options, ...part });
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t('title')}
      description={t('about')}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            icon={<CircleDot size={15} />}
            onClick={() => {
              record(options);
              onClose();
            }}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoiceField
          label={t('format')}
          value={options.format}
          choices={(['mp3', 'wav'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(format) => {
            change({ format });
          }}
        />
        <ChoiceField
          label={t('channels')}
          value={options.channels}
          choices={(['single', 'dual'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(channels) => {
            change({ channels });
          }}
        />
        <Option
          label={t('beep')}
          isChecked={options.playBeep}
          onChange={(playBeep) => {
            change({ playBeep });
          }}
        />
        <Option
          label={t('trim')}
          isChecked={options.trimSilence}
          onChange={(trimSilence) => {
            change({ trimSilence });
          }}
        />
      </div>
    </Dialog>
  );
}

function Option({
  label,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <span className="flex items-center gap-2">
      <Checkbox
        id={id}
        label={label}
        isChecked={isChecked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
