import { Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useRecordingDeeds } from '@/lib/browser/use-recordings';
import type { RecordingRow } from '@/lib/contract/recording';
import { ReasonField } from './reason-field';
import { useRecordingWords } from './use-recording-words';

const formId = 'hold-recording';

/** Asks why a recording is put under hold, or why its hold is lifted. */
export function HoldDialog({
  row,
  isLift,
  onClose,
}: {
  readonly row: RecordingRow;
  readonly isLift: boolean;
  readonly onClose: () => void;
}) {
  const t = useTranslations('recordings.hold');
  const recordings = useTranslations('recordings');
  const common = useTranslations('common');
  const words = useRecordingWords();
  const deeds = useRecordingDeeds();
  const { isBusy, trouble, run } = useAttempt();
  const name = words.name(row);
  const { hold } = row;
  const Icon = isLift ? LockOpen : Lock;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(isLift ? 'liftTitle' : 'title')}
      description={t(isLift ? 'liftAbout' : 'about', { name })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            icon={<Icon aria-hidden size={14} />}
            disabled={isBusy}
          >
            {isBusy ? common('busy') : t(isLift ? 'liftSubmit' : 'submit')}
          </Button>
        </>
      }
    >
      {isLift && hold !== null && (
        <p className="mb-3 text-ink-2">
          {recordings('heldBy', {
            date: words.day(hold.at),
            name: hold.by.name,
            reason: hold.reason,
          })}
        </p>
      )}
      <Form
        id={formId}
        onSubmit={(field) => {
          run(async () => {
            await deeds[isLift ? 'lift' : 'hold'](row.id, field('reason'));
            showToast({ title: t(isLift ? 'lifted' : 'done', { name }) });
            onClose();
          });
        }}
      >
        <ReasonField name="reason" />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}
