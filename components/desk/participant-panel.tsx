import { Copy, UserRound } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import type { FactView } from '@/lib/domain/conference/view';
import type { Micros } from '@/lib/domain/stamp';
import { clockOf } from '@/lib/format/duration';
import { colourOf, initialsOf, numberOf } from '@/lib/format/person';
import { CommandMark } from './command-mark';
import { useDesk } from './desk-store';
import { PersonActions } from './person-actions';
import { PersonLabel } from './person-label';
import { PersonName } from './person-name';
import type { RosterRow } from './roster-row';
import { RunningClock } from '@/components/shell/running-clock';
import { StatePill } from './state-pill';
import { TimelineEntry } from './timeline-entry';
import type { TimelineLine } from '@/lib/format/timeline-line';
import type { OlderPages } from './timeline-list';
import { useCopy } from '@/components/shell/use-copy';

const mostLines = 50;

/** Everything known about one participant, their own history, and what can be done with them. */
export function ParticipantPanel({
  lines,
  pages,
}: {
  readonly lines: readonly TimelineLine[];
  readonly pages: OlderPages;
}) {
  const t = useTranslations('deskForms.person');
  const row = useDesk((desk) =>
    desk.shownId === null ? undefined : desk.roster.rows.get(desk.shownId),
  );
  const own = useMemo(
    () => (row === undefined ? [] : lines.filter((line) => line.legs.includes(row.id))),
    [lines, row],
  );
  if (row === undefined) {
    return (
      <EmptyState icon={<UserRound size={18} />} title={t('none')}>
        {t('noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <div className="flex items-center gap-3 px-4 pt-4 pb-3">
        <Avatar
          initials={initialsOf(row.participant)}
          colour={colourOf(row.id)}
          isTalking={row.hasFloor}
          size={40}
        />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-[600]">{row.name}</h2>
          <div className="mt-1 flex flex-wrap items-center gap-1.5">
            <StatePill row={row} />
            <CommandMark row={row} />
          </div>
        </div>
      </div>
      <PersonActions row={row} />
      <PersonLabel key={row.id} row={row} />
      <PersonFacts row={row} digits={digitsGiven(own)} />
      <h3 className="border-t border-line-soft px-4 pt-3 pb-1 text-sm font-[560] text-ink-2">
        {t('history')}
      </h3>
      {own.length === 0 && <p className="px-4 pb-3 text-sm text-ink-3">{t('noHistory')}</p>}
      <ol>
        {own.slice(0, mostLines).map((line) => (
          <li key={line.key}>
            <TimelineEntry line={line} />
          </li>
        ))}
      </ol>
      {pages.hasOlder && (
        <Button
          size="sm"
          className="mx-4 mt-1 mb-4"
          disabled={pages.isLoadingOlder}
          onClick={pages.loadOlder}
        >
          {t('loadOlder')}
        </Button>
      )}
    </div>
  );
}

/** The digits somebody last answered with; null where none are known. */
function digitsGiven(own: readonly TimelineLine[]): string | null {
  for (const { words } of own)
    if (words.say === 'gathered' && words.digits !== '') return words.digits;
  return null;
}

function PersonFacts({ row, digits }: { readonly row: RosterRow; readonly digits: string | null }) {
  const t = useTranslations('deskForms.person');
  const share = useDesk((desk) => desk.shares.get(row.id) ?? 0);
  const { participant, joinedAt, leftAt } = row;
  const { party, hungUp, seen, firstJoinedAt } = participant;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-t border-line-soft px-4 py-3">
      <Fact label={t('number')} copied={numberOf(participant)} />
      <Fact label={t('direction')}>{party.direction === null ? null : t(party.direction)}</Fact>
      <Fact label={t('from')} copied={party.from} />
      <Fact label={t('to')} copied={party.to} />
      <Fact label={t('joined')}>{joinedAt === null ? null : <Moment at={joinedAt} />}</Fact>
      {firstJoinedAt !== null && firstJoinedAt !== joinedAt && (
        <Fact label={t('firstJoined')}>
          <Moment at={firstJoinedAt} />
        </Fact>
      )}
      <Fact label={t('inCall')}>
        <InCall row={row} />
      </Fact>
      {leftAt !== null && row.state === 'left' && (
        <Fact label={t('left')}>
          <Moment at={leftAt} />
        </Fact>
      )}
      {hungUp !== null && (
        <Fact label={t('hungUp')}>
          {t('hungUpValue', {
            cause: (hungUp.value.cause ?? t('unknown')).replaceAll('_', ' '),
            source: hungUp.value.source ?? t('unknown'),
          })}
        </Fact>
      )}
      <Fact label={t('share')}>{t('shareValue', { share })}</Fact>
      <Fact label={t('muted')}>
        <YesOrNo fact={row.muted} />
      </Fact>
      <Fact label={t('onHold')}>
        <YesOrNo fact={row.onHold} />
      </Fact>
      {row.isHost && <Fact label={t('host')}>{t('yes')}</Fact>}
      {digits !== null && <Fact label={t('answered')} copied={digits} />}
      {row.endsConference && <Fact label={t('ends')}>{t('yes')}</Fact>}
      {row.softEndsConference && <Fact label={t('softEnds')}>{t('yes')}</Fact>}
      {seen !== null && seen.whisperTo.length > 0 && (
        <Fact label={t('whispers')}>
          {seen.whisperTo.map((id) => (
            <PersonName key={id} id={id} />
          ))}
        </Fact>
      )}
      <Fact label={t('callControlId')} copied={row.id} isId />
      <Fact label={t('callLegId')} copied={participant.callLegId} isId />
      <Fact label={t('connectionId')} copied={participant.connectionId} isId />
    </dl>
  );
}

function InCall({ row }: { readonly row: RosterRow }) {
  if (row.joinedAt === null) return null;
  if (row.state !== 'left') return <RunningClock since={row.joinedAt} />;
  return clockOf(Math.max(0, (row.leftAt ?? row.joinedAt) - row.joinedAt));
}

function Moment({ at }: { readonly at: Micros }) {
  const format = useFormatter();
  return format.dateTime(at / 1000, { dateStyle: 'medium', timeStyle: 'medium' });
}

function YesOrNo({ fact }: { readonly fact: FactView }) {
  const t = useTranslations('deskForms.person');
  return (
    <>
      {fact.value ? t('yes') : t('no')}
      <span className="ml-1.5 text-ink-3">{fact.isSeen ? t('seen') : t('assumed')}</span>
    </>
  );
}

function Fact({
  label,
  copied,
  isId = false,
  children,
}: {
  readonly label: string;
  /** A value that can be copied, in place of children. */
  readonly copied?: string | null;
  readonly isId?: boolean;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('deskForms.person');
  const copy = useCopy();
  const value = copied ?? children ?? null;
  return (
    <>
      <dt className="text-sm leading-6 text-ink-3">{label}</dt>
      <dd className="flex min-h-6 min-w-0 items-center gap-1">
        <span
          className={isId ? 'truncate font-mono text-sm' : 'min-w-0 wrap-anywhere'}
          title={copied ?? undefined}
        >
          {value ?? <span className="text-ink-3">{t('unknown')}</span>}
        </span>
        {typeof copied === 'string' && (
          <IconButton
            look="ghost"
            className="size-6!"
            label={t('copy', { what: label })}
            icon={<Copy size={12} />}
            onClick={() => {
              copy(copied);
            }}
          />
        )}
      </dd>
    </>
  );
}
