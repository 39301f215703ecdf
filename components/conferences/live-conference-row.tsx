'use client';
import { AudioLines, CircleDot, CirclePause, Hourglass, LoaderCircle, Pause } from 'lucide-react';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { endsInOf } from '@/components/desk/ends-in';
import { Pill } from '@/components/ui/pill';
import { StatusDot } from '@/components/ui/status-dot';
import { textTone } from '@/components/ui/tone';
import type { ConferenceRow } from '@/lib/contract/rows';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import { useNow } from '@/lib/browser/use-now';
import { fullClockOf } from '@/lib/format/duration';
import { nameOfFarEnd } from '@/lib/format/person';
import { useLength } from '@/lib/i18n/use-length';
import { ConferenceName } from './conference-name';
import { Cell, Row } from '@/components/ui/row-table';

/** One live conference: what a moderator needs to choose where to go. */
export const LiveConferenceRow = memo(function LiveConferenceRow({
  row,
}: {
  readonly row: ConferenceRow;
}) {
  const t = useTranslations('conferences.live');
  const { number } = useFormatter();
  const length = useLength();
  const now = useNow();
  const carrierNow = useCarrierNow();
  const floor = row.floor === null ? null : nameOfFarEnd(row.floor.name, row.floor.number);
  return (
    <Row>
      <Cell>
        <ConferenceName row={row}>
          <span className="sm:hidden"> · {t('people', { count: row.people })}</span>
          {floor !== null && <span className="md:hidden"> · {floor}</span>}
        </ConferenceName>
      </Cell>
      <Cell>
        <Running row={row} now={carrierNow} />
      </Cell>
      <Cell className="max-sm:hidden">{number(row.people)}</Cell>
      <Cell className="max-md:hidden">
        {floor === null ? (
          <span className="text-ink-3">{t('nobody')}</span>
        ) : (
          <span className="flex items-center gap-1.5 text-live">
            <AudioLines aria-hidden size={13} className="shrink-0" />
            <span className="truncate font-medium">{floor}</span>
          </span>
        )}
      </Cell>
      <Cell className="max-lg:hidden">
        <State row={row} />
      </Cell>
      <Cell className="text-ink-2 uppercase max-xl:hidden">{row.region}</Cell>
      <Cell className="max-lg:hidden">
        <EndsIn expiresAt={row.expiresAt} now={carrierNow} />
      </Cell>
      <Cell className="text-sm text-ink-3 max-sm:hidden" title={t('heardAbout')}>
        {t('heard', { age: length(now - row.heardAt) })}
      </Cell>
    </Row>
  );
});

function Running({ row, now }: { readonly row: ConferenceRow; readonly now: number }) {
  const t = useTranslations('conferences.live');
  if (row.status === 'init') {
    return (
      <Pill icon={<Hourglass aria-hidden size={12} />} title={t('waiting')}>
        {t('waitingShort')}
      </Pill>
    );
  }
  return (
    <Pill tone="live" icon={<StatusDot tone="live" />}>
      {t('running', { time: fullClockOf(row.startedAt === null ? 0 : now - row.startedAt) })}
    </Pill>
  );
}

function State({ row }: { readonly row: ConferenceRow }) {
  const t = useTranslations('conferences.live');
  return (
    <span className="flex flex-wrap gap-1">
      {row.recording === 'recording' && (
        <Pill tone="bad" icon={<CircleDot aria-hidden size={12} />}>
          {t('recording')}
        </Pill>
      )}
      {row.recording === 'paused' && (
        <Pill tone="warn" icon={<CirclePause aria-hidden size={12} />}>
          {t('paused')}
        </Pill>
      )}
      {row.recording === 'stopping' && (
        <Pill icon={<LoaderCircle aria-hidden size={12} />}>{t('stopping')}</Pill>
      )}
      {row.onHold > 0 && (
        <Pill tone="warn" icon={<Pause aria-hidden size={12} />}>
          {t('onHold', { count: row.onHold })}
        </Pill>
      )}
    </span>
  );
}

function EndsIn({ expiresAt, now }: { readonly expiresAt: number | null; readonly now: number }) {
  const t = useTranslations('conferences.live');
  const length = useLength();
  if (expiresAt === null) return null;
  const { left, tone, mark } = endsInOf(expiresAt, now);
  const text = left === 0 ? t('overdue') : length(left);
  if (mark === null) return <span className={textTone.neutral}>{text}</span>;
  return (
    <Pill tone={tone} icon={<Hourglass aria-hidden size={12} />}>
      {text}
    </Pill>
  );
}
