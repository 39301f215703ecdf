'use client';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { TroubleLine } from '@/components/shell/trouble-line';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Form } from '@/components/ui/form';
import { Section } from '@/components/ui/row-table';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAlertWebhook } from '@/lib/browser/use-alert-webhook';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { AlertWebhook, WebhookAttempt } from '@/lib/contract/alert';
import type { ProblemCode } from '@/lib/contract/problem';

/** Where alerts are posted: the address, its secret once, a trial, and what became of the last post. */
export function AlertWebhookPart() {
  const t = useTranslations('settings.targets.webhook');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { webhook, error, refresh, save, remove, attempt } = useAlertWebhook();
  const [secret, setSecret] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  if (webhook === null) {
    return (
      <Section title={t('title')}>
        {error !== null && (
          <ErrorState
            title={t('error')}
            detail={sentence(error)}
            action={<Button onClick={refresh}>{common('retry')}</Button>}
          />
        )}
      </Section>
    );
  }
  const saveAndShow = async (url: string, renewsSecret: boolean) => {
    setSecret(await save(url, renewsSecret));
    showToast({ title: t('saved') });
  };
  return (
    <Section title={t('title')}>
      <div className="max-w-3xl px-4 py-2 md:px-5">
        <p className="mb-3 text-ink-2">{t('about')}</p>
        <Address
          key={webhook.url ?? ''}
          webhook={webhook}
          onSave={saveAndShow}
          onTry={attempt}
          onRemove={() => {
            setRemoving(true);
          }}
        />
        <Verifying />
      </div>
      {secret !== null && (
        <SecretDialog
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
      {isRemoving && (
        <ConfirmAttempt
          title={t('removeTitle')}
          about={t('removeText')}
          confirmLabel={t('remove')}
          onClose={() => {
            setRemoving(false);
          }}
          onConfirm={async () => {
            await remove();
            setRemoving(false);
          }}
        />
      )}
    </Section>
  );
}

function Address({
  webhook: { url, lastAttempt },
  onSave,
  onTry,
  onRemove,
}: {
  readonly webhook: AlertWebhook;
  readonly onSave: (url: string, renewsSecret: boolean) => Promise<void>;
  readonly onTry: () => Promise<WebhookAttempt>;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('settings.targets.webhook');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const words = useAttemptWords();
  return (
    <Form
      onSubmit={(field) => {
        run(() => onSave(field('url').trim(), false));
      }}
    >
      <TextField
        label={t('url')}
        name="url"
        type="url"
        hint={t('urlHint')}
        defaultValue={url ?? ''}
        placeholder={t('example')}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? common('busy') : t('save')}
        </Button>
        {url !== null && (
          <>
            <Button
              disabled={isBusy}
              onClick={() => {
                run(async () => {
                  showToast({ title: words(await onTry()) });
                });
              }}
            >
              {t('try')}
            </Button>
            <Button
              disabled={isBusy}
              onClick={() => {
                run(() => onSave(url, true));
              }}
            >
              {t('renew')}
            </Button>
            <Button look="danger" disabled={isBusy} onClick={onRemove}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <TroubleLine trouble={trouble} />
      {lastAttempt !== null && (
        <p className="text-sm text-ink-2">{t('last', { what: words(lastAttempt) })}</p>
      )}
    </Form>
  );
}

function useAttemptWords(): (attempt: WebhookAttempt) => string {
  const t = useTranslations('settings.targets.webhook');
  const sentences = useTranslations('refusals');
  const { dateTime } = useFormatter();
  return ({ at, status, problem }) => {
    const time = dateTime(at / 1000, {
      dateStyle: 'medium',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    if (status !== null) {
      const isTaken = status >= 200 && status < 300;
      return t(isTaken ? 'taken' : 'notTaken', { time, status: String(status) });
    }
    if (problem === 'secret-lost') return t('secretLost');
    const code = problem as ProblemCode;
    const why =
      problem === 'time-out' ? t('timeOut') : sentences.has(code) ? sentences(code) : problem;
    return t('unanswered', { time, why: why ?? '' });
  };
}

function Verifying() {
  const t = useTranslations('settings.targets.webhook');
  return (
    <details className="mt-4">
      <summary className="cursor-pointer font-[530]">{t('verify')}</summary>
      <p className="mt-2 text-sm text-ink-2">{t('verifyAbout')}</p>
      <pre
        // What does not fit is scrolled to, with the keyboard too.
        tabIndex={0}
        role="region"
        aria-label={t('verify')}
        className="mt-2 overflow-x-auto rounded-lg bg-raise p-3 font-mono text-xs"
      >
        {verifying}
      </pre>
    </details>
  );
}

const verifying = `const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
const signed = \`\${headers['webhook-id']}.\${headers['webhook-timestamp']}.\${rawBody}\`;
const expected = createHmac('sha256', key).update(signed).digest();
const given = Buffer.from(headers['webhook-signature'].slice('v1,'.length), 'base64');
const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
const isFresh = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp'])) < 300;`;

function SecretDialog({
  secret,
  onClose,
}: {
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.targets.webhook');
  const people = useTranslations('settings.people.linkDialog');
  const common = useTranslations('common');
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('secretTitle')}
      description={t('secretAbout')}
      closeLabel={common('close')}
      footer={
        <Button look="primary" onClick={onClose}>
          {people('done')}
        </Button>
      }
    >
      <CopyField
        label={t('secret')}
        value={secret}
        copyLabel={people('copy')}
        copiedLabel={people('copied')}
      />
    </Dialog>
  );
}
