import { Headphones } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { ProblemError } from '@/lib/browser/request';
import { startSupervision } from '@/lib/browser/supervise';
import { useAccount, useAccountCommands } from '@/lib/browser/use-account';
import { useAttempt } from '@/lib/browser/use-attempt';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { useStream } from '@/lib/browser/use-stream';
import { bareNumber, e164, sipAddress } from '@/lib/contract/forms/limits';
import {
  type CallControlId,
  type CommandId,
  type ConferenceId,
  supervisionStream,
} from '@/lib/domain/ids';
import { type SupervisingRole, supervisingRoles } from '@/lib/domain/supervision/command';
import { isOver, supervisionAggregate } from '@/lib/domain/supervision/supervision';
import { HearersChoice } from './hearers-choice';
import { useSessionWords } from './use-session-words';

/** Whom to supervise. */
export interface ToSupervise {
  /** Left out: it is a call that is bridged. */
  readonly conferenceId?: ConferenceId | undefined;
  readonly whom: CallControlId;
  readonly name: string;
}

/** Asks how to supervise somebody and on which phone, calls it, and tells how that goes until one is in. */
export function SupervisionDialog({
  toSupervise,
  onClose,
}: {
  readonly toSupervise: ToSupervise;
  readonly onClose: () => void;
}) {
  const t = useTranslations('supervision');
  const common = useTranslations('common');
  const formId = useId();
  const [session, setSession] = useState<CommandId | null>(null);
  const wish = useWish(toSupervise, setSession);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { name: toSupervise.name })}
      description={t('about')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common(session === null ? 'cancel' : 'close')}</Button>
          {session === null && (
            <Button
              type="submit"
              form={formId}
              look="primary"
              disabled={wish.isBusy}
              icon={<Headphones size={15} />}
            >
              {t('start')}
            </Button>
          )}
        </>
      }
    >
      {session === null ? (
        <WishForm id={formId} toSupervise={toSupervise} wish={wish} />
      ) : (
        <Progress
          id={session}
          onLive={onClose}
          onAgain={() => {
            setSession(null);
          }}
        />
      )}
    </Dialog>
  );
}

function WishForm({
  id,
  toSupervise: { conferenceId },
  wish,
}: {
  readonly id: string;
  readonly toSupervise: ToSupervise;
  readonly wish: Wish;
}) {
  const t = useTranslations('supervision');
  const { role, phone, from, hearers, isChecked } = wish;
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        wish.send();
      }}
    >
      <div>
        <ChoiceField
          label={t('role')}
          value={role}
          choices={supervisingRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={wish.setRole}
        />
        <p className="mt-1 text-xs text-ink-3">{t(`rolesAbout.${role}`)}</p>
      </div>
      {role === 'whisper' && conferenceId !== undefined && (
        <HearersChoice
          conferenceId={conferenceId}
          chosen={hearers}
          isWrong={isChecked && hearers.length === 0}
          onChange={wish.setHearers}
        />
      )}
      <TextField
        label={t('phone')}
        hint={t('phoneHint')}
        {...(isChecked && !isCallable(phone) ? { error: t('phoneWrong') } : {})}
        autoComplete="tel"
        value={phone}
        onChange={({ target }) => {
          wish.setPhone(target.value);
        }}
      />
      {wish.mayKeep && (
        <label className="flex items-center gap-2">
          <Checkbox
            label={t('keep')}
            isChecked={wish.keeps}
            onChange={({ target }) => {
              wish.setKeeps(target.checked);
            }}
          />
          <span aria-hidden>{t('keep')}</span>
        </label>
      )}
      {wish.asksFrom && (
        <TextField
          label={t('from')}
          hint={t('fromHint')}
          value={from}
          onChange={({ target }) => {
            wish.setFrom(target.value);
          }}
        />
      )}
      <TroubleLine trouble={wish.trouble} />
    </form>
  );
}

type Wish = ReturnType<typeof useWish>;

function useWish({ conferenceId, whom }: ToSupervise, onStarted: (session: CommandId) => void) {
  const { data: account } = useAccount();
  const { change } = useAccountCommands();
  const prefer = useSetPreferences();
  const callerId = usePreferences((preferences) => preferences.callerId);
  const { isBusy, trouble, run } = useAttempt();
  const [role, setRole] = useState<SupervisingRole>('monitor');
  const [hearers, setHearers] = useState<readonly CallControlId[]>([whom]);
  const [typed, setPhone] = useState<string | null>(null);
  const [from, setFrom] = useState(callerId);
  const [asksFrom, setAsksFrom] = useState(false);
  const [keeps, setKeeps] = useState(true);
  const [isChecked, setChecked] = useState(false);
  const kept = account?.phone ?? '';
  const phone = typed ?? kept;
  const mayKeep = addressIn(phone) !== '' && addressIn(phone) !== kept;
  const start = async () => {
    const to = addressIn(phone);
    const whisperTo = role === 'whisper' && conferenceId !== undefined ? hearers : [];
    const own = asksFrom ? { from: bareNumber(from) } : {};
    try {
      const session = await startSupervision({ conferenceId, whom, role, whisperTo, to, ...own });
      if (asksFrom) prefer({ callerId: from });
      if (mayKeep && keeps) await change({ change: 'phone', address: to });
      onStarted(session);
    } catch (error) {
      const isFrom = ({ path }: { readonly path: string }) => path.endsWith('.from');
      if (error instanceof ProblemError && error.problem.errors?.some(isFrom) === true) {
        setAsksFrom(true);
      }
      throw error;
    }
  };
  return {
    ...{ role, hearers, phone, from, keeps, mayKeep, asksFrom, isChecked, isBusy, trouble },
    ...{ setRole, setHearers, setPhone, setFrom, setKeeps },
    send: () => {
      setChecked(true);
      const isHeard = role !== 'whisper' || conferenceId === undefined || hearers.length > 0;
      if (isHeard && isCallable(phone)) run(start);
    },
  };
}

function addressIn(typed: string): string {
  const address = typed.trim();
  return address.toLowerCase().startsWith('sip') ? address : bareNumber(address);
}

function isCallable(typed: string): boolean {
  const address = addressIn(typed);
  return e164.test(address) || sipAddress.test(address);
}

function Progress({
  id,
  onLive,
  onAgain,
}: {
  readonly id: CommandId;
  readonly onLive: () => void;
  readonly onAgain: () => void;
}) {
  const t = useTranslations('supervision');
  const common = useTranslations('common');
  const wordsOf = useSessionWords();
  const session = useStream(supervisionAggregate, supervisionStream(id));
  const isLive = session?.phase === 'live';
  useEffect(() => {
    if (isLive) onLive();
  }, [isLive, onLive]);
  return (
    <div className="flex flex-col gap-3 py-2">
      <p role="status">{session === null ? common('busy') : wordsOf(session)}</p>
      {session !== null && isOver(session) && (
        <Button className="self-start" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}
