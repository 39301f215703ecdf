'use client';
import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Form } from '@/components/ui/form';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { RelayBody, RelayView } from '@/lib/contract/relay';

/** Asks where webhooks are forwarded to, and whether. */
export function RelayForm({
  relay,
  onSave,
}: {
  readonly relay: RelayView;
  readonly onSave: (body: RelayBody) => Promise<void>;
}) {
  const t = useTranslations('settings.relay.form');
  const common = useTranslations('common');
  const { dateTime } = useFormatter();
  const id = useId();
  const { isBusy, trouble, run } = useAttempt();
  const [address, setAddress] = useState(relay.address);
  const [isOn, setOn] = useState(relay.isOn);
  const { updatedAt, updatedBy } = relay;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-3 font-[620]">
        {t('title')}
      </h2>
      <Form
        onSubmit={() => {
          run(async () => {
            await onSave({ address: address.trim(), isOn });
            showToast({ title: t('saved') });
          });
        }}
      >
        <TextField
          label={t('address')}
          hint={t('addressHint')}
          type="url"
          value={address}
          required={isOn}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setAddress(event.target.value);
          }}
        />
        <div className="flex items-start gap-2">
          <span className="pt-0.5">
            <Checkbox
              id={`${id}-on`}
              label={t('isOn')}
              isChecked={isOn}
              onChange={(event) => {
                setOn(event.target.checked);
              }}
            />
          </span>
          <div>
            <label htmlFor={`${id}-on`} className="font-[530]">
              {t('isOn')}
            </label>
            <p className="text-xs text-ink-3">{t('isOnHint')}</p>
          </div>
        </div>
        <TroubleLine trouble={trouble} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('save')}
          </Button>
          {updatedAt !== null && updatedBy !== null && (
            <span className="text-sm text-ink-3">
              {t('changed', {
                name: updatedBy.name,
                date: dateTime(updatedAt / 1000, { dateStyle: 'medium', timeStyle: 'short' }),
              })}
            </span>
          )}
        </div>
      </Form>
    </section>
  );
}
