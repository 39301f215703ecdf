'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useErrorSentence } from '@/components/shell/use-error-words';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import type { CarrierSettingsView } from '@/lib/browser/use-carrier-settings';
import { useNow } from '@/lib/browser/use-now';
import type { ApplicationRow, CarrierSettings } from '@/lib/contract/application';
import type { DeliveryRow } from '@/lib/contract/rows';
import { useLength } from '@/lib/i18n/use-length';
import { type Check, checksOf } from './application-checks';
import type { ApplicationQuestion } from './application-question';
import { CheckLine } from './check-line';

interface ChecksProps {
  readonly settings: CarrierSettingsView;
  readonly onAsk: (question: ApplicationQuestion) => void;
}

/** Whether the application that Rostrum works with is as it has to be, and what proves the key. */
export function CarrierChecks({ settings, onAsk }: ChecksProps) {
  const t = useTranslations('settings.carrier');
  const sentence = useErrorSentence();
  const { here, error } = settings;
  return (
    <ul className="rounded-xl border border-line bg-panel" aria-label={t('checks')}>
      {here === null ? (
        <CheckLine title={t('application.title')} tone={error === null ? null : 'bad'}>
          {error === null ? <Loading /> : sentence(error)}
        </CheckLine>
      ) : (
        <>
          <ApplicationLines settings={settings} here={here} onAsk={onAsk} />
          <KeyLine last={here.lastVerified} />
        </>
      )}
    </ul>
  );
}

function Loading() {
  const t = useTranslations('settings.carrier');
  return (
    <span role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-4 w-48" />
    </span>
  );
}

function ApplicationLines({
  settings: { application, applicationError, refresh },
  here: { connectionId, webhookUrl },
  onAsk,
}: ChecksProps & { readonly here: CarrierSettings }) {
  const t = useTranslations('settings.carrier');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const title = t('application.title');
  if (connectionId === null) {
    return (
      <CheckLine title={title} tone="warn">
        {t('application.notConfigured')}
      </CheckLine>
    );
  }
  if (application === 'none') {
    return (
      <CheckLine title={title} tone="bad">
        {t('application.gone', { id: connectionId })}
      </CheckLine>
    );
  }
  if (application === null) {
    const isFailed = applicationError !== null;
    return (
      <CheckLine
        title={title}
        tone={isFailed ? 'bad' : null}
        action={isFailed && <Button onClick={refresh}>{common('retry')}</Button>}
      >
        {isFailed ? sentence(applicationError) : <Loading />}
      </CheckLine>
    );
  }
  return (
    <>
      <CheckLine
        title={title}
        tone="live"
        action={
          <Button
            onClick={() => {
              onAsk({ ask: 'edit', row: application, change: {} });
            }}
          >
            {t('edit')}
          </Button>
        }
      >
        {t('application.known', { name: application.name, id: application.id })}
      </CheckLine>
      {checksOf(application, webhookUrl).map((check) => (
        <ApplicationLine
          key={check.name}
          check={check}
          row={application}
          webhookUrl={webhookUrl}
          onAsk={onAsk}
        />
      ))}
    </>
  );
}

function ApplicationLine({
  check: { name, verdict, tone, fix },
  row,
  webhookUrl,
  onAsk,
}: {
  readonly check: Check;
  readonly row: ApplicationRow;
  readonly webhookUrl: string | null;
  readonly onAsk: ChecksProps['onAsk'];
}) {
  const t = useTranslations('settings.carrier');
  const values = {
    url: name === 'failoverUrl' ? (row.failoverUrl ?? '') : row.webhookUrl,
    expected: webhookUrl ?? '',
    version: row.apiVersion,
    seconds: row.firstCommandTimeoutSecs,
  };
  const words = useCheckWords(values);
  return (
    <CheckLine
      title={t(`titles.${name}`)}
      tone={tone}
      action={
        fix !== null && (
          <Button
            look="primary"
            onClick={() => {
              onAsk({ ask: 'edit', row, change: fix });
            }}
          >
            {t(`fixes.${name as 'webhookUrl' | 'apiVersion' | 'isActive'}`)}
          </Button>
        )
      }
    >
      {words[`${name}.${verdict}`]}
    </CheckLine>
  );
}

function useCheckWords(values: {
  readonly url: string;
  readonly expected: string;
  readonly version: string;
  readonly seconds: number;
}): Readonly<Partial<Record<`${Check['name']}.${Check['verdict']}`, string>>> {
  const t = useTranslations('settings.carrier');
  const { url, expected, version, seconds } = values;
  return {
    'webhookUrl.right': t('verdicts.webhookUrl.right', { url }),
    'webhookUrl.wrong': t('verdicts.webhookUrl.wrong', { url, expected }),
    'webhookUrl.unknown': t('verdicts.webhookUrl.unknown', { url }),
    'apiVersion.right': t('verdicts.apiVersion.right'),
    'apiVersion.wrong': t('verdicts.apiVersion.wrong', { version }),
    'isActive.right': t('verdicts.isActive.right'),
    'isActive.wrong': t('verdicts.isActive.wrong'),
    'failoverUrl.on': t('verdicts.failoverUrl.on', { url }),
    'failoverUrl.off': t('verdicts.failoverUrl.off'),
    'firstCommand.on': t('verdicts.firstCommand.on', { seconds }),
    'firstCommand.off': t('verdicts.firstCommand.off'),
  };
}

function KeyLine({ last }: { readonly last: DeliveryRow | null }) {
  const t = useTranslations('settings.carrier.key');
  const deliveries = (
    <Link href="/settings/deliveries" className="font-medium text-ink underline">
      {t('deliveries')}
    </Link>
  );
  return (
    <CheckLine title={t('title')} tone={toneOf(last)} action={deliveries}>
      {last === null ? t('none') : <LastVerified last={last} />}
    </CheckLine>
  );
}

function LastVerified({ last }: { readonly last: DeliveryRow }) {
  const t = useTranslations('settings.carrier.key');
  const { dateTime } = useFormatter();
  const length = useLength();
  const at = dateTime(last.receivedAt / 1000, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const age = length(Math.max(useNow() - last.receivedAt, 0));
  const type = last.eventType ?? t('noType');
  return (
    <>
      {t('last', { age, at, type })}{' '}
      {last.connectionId === null
        ? t('fromNobody')
        : t(last.isOurs === false ? 'fromOther' : 'from', { id: last.connectionId })}
      {isUnread(last) && ` ${t(last.verdict === 'version-1' ? 'version1' : 'unreadable')}`}
    </>
  );
}

function isUnread({ verdict }: DeliveryRow): boolean {
  return verdict === 'version-1' || verdict === 'unreadable';
}

function toneOf(last: DeliveryRow | null): Check['tone'] {
  return last === null || isUnread(last) ? 'warn' : 'live';
}
