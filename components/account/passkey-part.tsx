'use client';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { ProblemError } from '@/lib/browser/request';
import { canUsePasskeys } from '@/lib/browser/sign-in';
import { type Passkey, useAccountCommands, usePasskeys } from '@/lib/browser/use-account';
import { signInPathFrom } from '@/lib/contract/way-back';
import { deviceOf } from '@/lib/format/device';
import { AccountPart } from './account-part';
import { FormDialog } from './form-dialog';

/** The passkeys one has added, and adding another. */
export function PasskeyPart() {
  const t = useTranslations('settings.account.passkeys');
  const { data: passkeys, error } = usePasskeys();
  const [removed, setRemoved] = useState<Passkey | null>(null);
  const [isAdding, setAdding] = useState(false);
  const canAdd = useSyncExternalStore(subscribeToNothing, canUsePasskeys, () => true);
  return (
    <AccountPart title={t('title')} about={t('about')}>
      {error !== null && <p className="text-bad">{t('error')}</p>}
      {passkeys?.length === 0 && <p className="text-ink-3">{t('none')}</p>}
      {passkeys !== undefined && passkeys.length > 0 && (
        <ul className="flex flex-col divide-y divide-line-soft">
          {passkeys.map((passkey) => (
            <PasskeyLine
              key={passkey.id}
              passkey={passkey}
              onRemove={() => {
                setRemoved(passkey);
              }}
            />
          ))}
        </ul>
      )}
      {canAdd ? (
        <div>
          <Button
            icon={<Plus aria-hidden size={14} />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('add')}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-3">{t('impossible')}</p>
      )}
      {isAdding && (
        <AddDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {removed !== null && (
        <RemoveDialog
          passkey={removed}
          onClose={() => {
            setRemoved(null);
          }}
        />
      )}
    </AccountPart>
  );
}

function PasskeyLine({
  passkey,
  onRemove,
}: {
  readonly passkey: Passkey;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('settings.account.passkeys');
  const { dateTime } = useFormatter();
  const name = nameOf(passkey) ?? t('nameless');
  return (
    <li className="flex items-center gap-2.5 py-2">
      <KeyRound aria-hidden size={15} className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-[560]">{name}</span>
        {typeof passkey.createdAt === 'string' && (
          <span className="block text-sm text-ink-3">
            {t('added', { date: dateTime(new Date(passkey.createdAt), { dateStyle: 'medium' }) })}
          </span>
        )}
      </span>
      <IconButton
        look="ghost"
        label={t('remove', { name })}
        icon={<Trash2 size={15} />}
        onClick={onRemove}
      />
    </li>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('settings.account.passkeys');
  const { addPasskey } = useAccountCommands();
  const [isStale, setStale] = useState(false);
  const device = deviceOf(navigator.userAgent);
  return (
    <FormDialog
      title={t('dialog')}
      about={t('about')}
      submitLabel={t('submit')}
      onClose={onClose}
      onSubmit={async (field) => {
        try {
          await addPasskey(field('name').trim());
        } catch (error) {
          setStale(isSignInOld(error));
          throw error;
        }
        onClose();
      }}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        maxLength={60}
        defaultValue={device?.system ?? device?.browser ?? ''}
        required
      />
      {isStale && (
        <Link
          href={signInPathFrom('/settings/account')}
          className="font-medium text-brand underline"
        >
          {t('signInAgain')}
        </Link>
      )}
    </FormDialog>
  );
}

function RemoveDialog({
  passkey,
  onClose,
}: {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.account.passkeys');
  const { removePasskey } = useAccountCommands();
  const name = nameOf(passkey) ?? t('nameless');
  return (
    <ConfirmAttempt
      title={t('removeTitle', { name })}
      about={t('removeText')}
      confirmLabel={t('removeSubmit')}
      onClose={onClose}
      onConfirm={async () => {
        await removePasskey(passkey.id);
        onClose();
      }}
    />
  );
}

function nameOf({ name }: Passkey): string | null {
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

function isSignInOld(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'sign-in-again';
}

// What a browser can do does not change while it shows a page.
function subscribeToNothing(): () => void {
  return () => undefined;
}
