'use client';
import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Pill } from '@/components/ui/pill';
import { signOut } from '@/lib/browser/sign-in';
import { useAccountCommands } from '@/lib/browser/use-account';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { Account, OwnSession } from '@/lib/contract/account';
import { deviceOf } from '@/lib/format/device';
import { AccountPart } from './account-part';

/** Where one is signed in, and ending that. */
export function SessionPart({ account: { sessions } }: { readonly account: Account }) {
  const t = useTranslations('settings.account.sessions');
  const { change } = useAccountCommands();
  const { isBusy, trouble, run } = useAttempt();
  const [isAsking, setAsking] = useState(false);
  const toSignIn = () => {
    window.location.assign('/sign-in');
  };
  return (
    <AccountPart title={t('title')} about={t('about')}>
      <ul className="flex flex-col divide-y divide-line-soft">
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            isBusy={isBusy}
            onEnd={() => {
              run(() => change({ change: 'endSession', sessionId: session.id }));
            }}
          />
        ))}
      </ul>
      <TroubleLine trouble={trouble} />
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<LogOut aria-hidden size={14} />}
          disabled={isBusy}
          onClick={() => {
            run(async () => {
              await signOut();
              toSignIn();
            });
          }}
        >
          {t('signOut')}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('everywhere')}
        </Button>
      </div>
      {isAsking && (
        <ConfirmAttempt
          title={t('everywhereTitle')}
          about={t('everywhereText', { count: sessions.length })}
          confirmLabel={t('everywhereSubmit')}
          onClose={() => {
            setAsking(false);
          }}
          onConfirm={async () => {
            await change({ change: 'signOutEverywhere' });
            toSignIn();
          }}
        />
      )}
    </AccountPart>
  );
}

function SessionLine({
  session: { browser, address, createdAt, isThis },
  isBusy,
  onEnd,
}: {
  readonly session: OwnSession;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}) {
  const t = useTranslations('settings.account.sessions');
  const { dateTime } = useFormatter();
  const found = deviceOf(browser);
  const device =
    found === null
      ? t('unknown')
      : found.system === null
        ? found.browser
        : t('device', { browser: found.browser, system: found.system });
  const date = dateTime(createdAt / 1000, { dateStyle: 'medium', timeStyle: 'short' });
  const since = t('since', { date });
  return (
    <li className="flex items-center gap-2.5 py-2">
      <MonitorSmartphone aria-hidden size={15} className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-[560]" title={browser ?? undefined}>
            {device}
          </span>
          {isThis && (
            <Pill size="sm" tone="brand">
              {t('this')}
            </Pill>
          )}
        </span>
        <span className="block text-sm text-ink-3">
          <span className="font-mono">{address ?? t('unknownAddress')}</span> · {since}
        </span>
      </span>
      {!isThis && (
        <Button
          size="sm"
          disabled={isBusy}
          aria-label={t('endLabel', { device, since })}
          onClick={onEnd}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
