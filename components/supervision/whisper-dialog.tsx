import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { CallControlId, ConferenceId } from '@/lib/domain/ids';
import { HearersChoice } from './hearers-choice';

/** Asks who is to hear a whisper. */
export function WhisperDialog({
  conferenceId,
  chosen: before,
  onChoose,
  onClose,
}: {
  readonly conferenceId: ConferenceId;
  readonly chosen: readonly CallControlId[];
  readonly onChoose: (chosen: readonly CallControlId[]) => void;
  readonly onClose: () => void;
}) {
  const t = useTranslations('supervision');
  const common = useTranslations('common');
  const [chosen, setChosen] = useState(before);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('whisperTitle')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onChoose(chosen);
              onClose();
            }}
          >
            {t('whisper')}
          </Button>
        </>
      }
    >
      <HearersChoice
        conferenceId={conferenceId}
        chosen={chosen}
        isWrong={chosen.length === 0}
        onChange={setChosen}
      />
    </Dialog>
  );
}
