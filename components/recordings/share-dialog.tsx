import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { useAttempt } from '@/lib/browser/use-attempt';
import { useNow } from '@/lib/browser/use-now';
import { type SharesView, useShares } from '@/lib/browser/use-recording';
import { type RecordingRow, type RecordingShare, shareHours } from '@/lib/contract/recording';
import { useRecordingWords } from './use-recording-words';

const formId = 'share-recording';

/** Makes links to a recording, and lists and revokes those that were made. */
export function ShareDialog({
  row,
  onClose,
}: {
  readonly row: RecordingRow;
  readonly onClose: () => void;
}) {
  const t = useTranslations('recordings.share');
  const common = useTranslations('common');
  const words = useRecordingWords();
  const view = useShares(row.id);
  const { isBusy, trouble, run } = useAttempt();
  const [hours, setHours] = useState<(typeof shareHours)[number]>(24);
  const [mayDownload, setMayDownload] = useState(false);
  const [made, setMade] = useState<{ readonly id: string; readonly link: string } | null>(null);
  const isRevoked = view.shares.some(({ id, revoked }) => id === made?.id && revoked !== null);
  const choices = shareHours.map((count) => ({
    value: String(count),
    label: t(`hourChoices.${count}`),
  }));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: words.name(row) })}
      description={t('about')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            icon={<Link2 aria-hidden size={14} />}
            disabled={isBusy}
          >
            {isBusy ? common('busy') : t('make')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Form
          id={formId}
          onSubmit={() => {
            run(async () => {
              const { share, link } = await view.make({ hours, mayDownload });
              setMade({ id: share.id, link: new URL(link, window.location.origin).href });
            });
          }}
        >
          <SelectField
            label={t('hours')}
            value={String(hours)}
            options={choices}
            onChange={(value) => {
              setHours(shareHours.find((count) => String(count) === value) ?? hours);
            }}
          />
          <CheckField
            label={t('mayDownload')}
            hint={t('mayDownloadHint')}
            isChecked={mayDownload}
            onChange={setMayDownload}
          />
          <TroubleLine trouble={trouble} />
        </Form>
        {made !== null && !isRevoked && (
          <div role="status">
            <CopyField
              key={made.id}
              label={t('made')}
              value={made.link}
              copyLabel={t('copy')}
              copiedLabel={t('copied')}
            />
          </div>
        )}
        <section aria-label={t('links')}>
          <h3 className="mb-1 text-sm font-medium text-ink-2">{t('links')}</h3>
          <Links view={view} />
        </section>
      </div>
    </Dialog>
  );
}

function Links({ view }: { readonly view: SharesView }) {
  const t = useTranslations('recordings.share');
  const sentence = useErrorSentence();
  const { isBusy, trouble, run } = useAttempt();
  const { shares, isLoading, error, revoke } = view;
  if (isLoading) return <p className="text-ink-3">{t('loading')}</p>;
  if (shares.length === 0)
    return (
      <p className="text-ink-3">
        {error === null ? t('none') : `${t('failed')} ${sentence(error)}`}
      </p>
    );
  return (
    <>
      <ul className="divide-y divide-line-soft">
        {shares.map((share) => (
          <ShareLine
            key={share.id}
            share={share}
            isBusy={isBusy}
            onRevoke={() => {
              run(() => revoke(share.id));
            }}
          />
        ))}
      </ul>
      <TroubleLine trouble={trouble} />
    </>
  );
}

function ShareLine({
  share: { by, at, expiresAt, mayDownload, revoked, opened, lastOpenedAt },
  isBusy,
  onRevoke,
}: {
  readonly share: RecordingShare;
  readonly isBusy: boolean;
  readonly onRevoke: () => void;
}) {
  const t = useTranslations('recordings.share');
  const { moment } = useRecordingWords();
  const isOver = useNow() >= expiresAt;
  const made = moment(at);
  const until = moment(expiresAt);
  const last = lastOpenedAt === null ? '–' : moment(lastOpenedAt);
  const stands =
    revoked !== null
      ? t('revokedBy', { name: revoked.by.name, date: moment(revoked.at) })
      : t(isOver ? 'over' : 'until', { date: until });
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p>
          {t('by', { name: by.name, date: made })}
          <span className="text-ink-3"> · {t(mayDownload ? 'downloads' : 'listens')}</span>
        </p>
        <p className="text-sm text-ink-3">
          {stands} · {t('opened', { count: opened, date: last })}
        </p>
      </div>
      {revoked === null && !isOver && (
        <Button
          look="danger"
          size="sm"
          disabled={isBusy}
          aria-label={t('revokeOf', { date: made })}
          onClick={onRevoke}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
