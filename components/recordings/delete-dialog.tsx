import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useRecordingDeeds } from '@/lib/browser/use-recordings';
import { mostRecordingsAtOnce, type RecordingRow } from '@/lib/contract/recording';
import { useLength } from '@/lib/i18n/use-length';
import { ReasonField } from './reason-field';
import { deletionOf } from './recording-look';
import { RowNames } from './row-names';
import { useRecordingWords } from './use-recording-words';

const formId = 'delete-recordings';

/** Says what will be deleted and what will not, and asks why. */
export function DeleteDialog({
  rows,
  onClose,
  onDone,
}: {
  readonly rows: readonly RecordingRow[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useTranslations('recordings.delete');
  const common = useTranslations('common');
  const words = useRecordingWords();
  const sayLength = useLength();
  const { remove } = useRecordingDeeds();
  const { isBusy, trouble, run } = useAttempt();
  const { going, held, gone, lengthMs } = deletionOf(rows);
  const count = going.length;
  const length = sayLength(lengthMs * 1000);
  const isTooMany = count > mostRecordingsAtOnce;
  const [only] = going;
  const isPossible = count > 0 && !isTooMany;
  const submit = (field: (name: string) => string) => {
    run(async () => {
      const ids = going.map(({ id }) => id);
      const answer = await remove(ids, field('reason'));
      const told = [
        answer.held.length === 0 ? null : t('doneHeld', { count: answer.held.length }),
        answer.missing.length === 0 ? null : t('doneMissing', { count: answer.missing.length }),
      ].filter((part) => part !== null);
      showToast({
        kind: told.length === 0 ? 'plain' : 'warning',
        title: t('done', { count: answer.deleting.length }),
        ...(told.length > 0 && { detail: told.join(' · ') }),
      });
      if (rows.length > 1) onDone();
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { count: Math.max(1, count) })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          {isPossible && (
            <Button
              type="submit"
              form={formId}
              look="danger"
              icon={<Trash2 aria-hidden size={14} />}
              disabled={isBusy}
            >
              {isBusy ? common('busy') : t('submit', { count })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {count === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <div>
            <p className="font-[560]">
              {only !== undefined && count === 1
                ? t('whatOne', { name: words.name(only), length })
                : t('what', { count, length })}
            </p>
            <p className="text-ink-2">{t('forEver')}</p>
          </div>
        )}
        {held.length > 0 && (
          <div className="rounded-lg bg-warn-soft px-3 py-2">
            <p className="text-warn">{t('held', { count: held.length })}</p>
            <RowNames rows={held} />
          </div>
        )}
        {gone.length > 0 && <p className="text-ink-2">{t('gone', { count: gone.length })}</p>}
        {isTooMany && (
          <p role="alert" className="text-bad">
            {t('tooMany', { most: mostRecordingsAtOnce })}
          </p>
        )}
        {isPossible && (
          <Form id={formId} onSubmit={submit}>
            <ReasonField name="reason" />
            <TroubleLine trouble={trouble} />
          </Form>
        )}
      </div>
    </Dialog>
  );
}
