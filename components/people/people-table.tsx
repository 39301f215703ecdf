'use client';
import { Ban, FlaskConical, ShieldCheck, ShieldOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Pill } from '@/components/ui/pill';
import { Cell, Column, Row, RowTable } from '@/components/ui/row-table';
import type { PeopleView } from '@/lib/browser/use-people';
import { useMe } from '@/lib/browser/use-may';
import type { PersonRow } from '@/lib/contract/people';
import { useNameOrder } from '@/lib/i18n/use-name-order';
import { PersonMenu } from './person-menu';
import type { PersonQuestion } from './person-question';

/** The people, one a row: by name, those who are disabled last. */
export function PeopleTable({
  rows,
  onAsk,
  people,
}: {
  readonly rows: readonly PersonRow[];
  readonly onAsk: (question: PersonQuestion) => void;
  readonly people: Pick<PeopleView, 'change'>;
}) {
  const t = useTranslations('settings.people');
  const caption = useTranslations('shell.sections')('people');
  const names = useNameOrder();
  const sorted = [...rows].sort(
    (a, b) => Number(a.isDisabled) - Number(b.isDisabled) || names.compare(a.name, b.name),
  );
  return (
    <RowTable
      caption={caption}
      isStackedOnPhones
      head={
        <>
          <Column>{t('columns.name')}</Column>
          <Column className="w-36">{t('columns.role')}</Column>
          <Column className="w-32">{t('columns.secondFactor')}</Column>
          <Column className="w-72 max-lg:w-52">{t('columns.seen')}</Column>
          <Column className="w-16">
            <span className="sr-only">{t('columns.actions')}</span>
          </Column>
        </>
      }
    >
      {sorted.map((person) => (
        <Person key={person.id} person={person} onAsk={onAsk} people={people} />
      ))}
    </RowTable>
  );
}

function Person({
  person,
  onAsk,
  people,
}: {
  readonly person: PersonRow;
  readonly onAsk: (question: PersonQuestion) => void;
  readonly people: Pick<PeopleView, 'change'>;
}) {
  const t = useTranslations('settings.people');
  const roles = useTranslations('roles.names');
  const { dateTime } = useFormatter();
  const isMe = useMe().userId === person.id;
  const { name, email, role, hasSecondFactor, lastSeenAt, sessions } = person;
  return (
    <Row className="h-12! max-md:grid max-md:h-auto! max-md:grid-cols-[1fr_auto_auto] max-md:items-center max-md:gap-y-1 max-md:py-2">
      <Cell className="max-md:col-span-2 max-md:row-start-1">
        <span className="flex items-center gap-1.5">
          <span className="truncate font-[560]">{name}</span>
          <Marks person={person} isMe={isMe} />
        </span>
        <span className="block truncate text-sm text-ink-3">{email}</span>
      </Cell>
      <Cell className="max-md:row-start-2 max-md:pl-4">{roles(role)}</Cell>
      <Cell className="max-md:row-start-2">
        <Pill
          tone={hasSecondFactor ? 'live' : 'neutral'}
          icon={
            hasSecondFactor ? (
              <ShieldCheck aria-hidden size={12} />
            ) : (
              <ShieldOff aria-hidden size={12} />
            )
          }
        >
          <span className="md:hidden">{t('columns.secondFactor')}</span>
          {t(hasSecondFactor ? 'secondFactor.on' : 'secondFactor.off')}
        </Pill>
      </Cell>
      <Cell className="text-sm text-ink-2 max-md:col-span-full max-md:row-start-3 max-md:px-4">
        {lastSeenAt === null
          ? t('notSeen')
          : t('seenAt', {
              count: sessions,
              date: dateTime(lastSeenAt / 1000, { dateStyle: 'medium', timeStyle: 'short' }),
            })}
      </Cell>
      <Cell className="text-right max-md:col-start-3 max-md:row-start-1">
        <PersonMenu person={person} isMe={isMe} onAsk={onAsk} people={people} />
      </Cell>
    </Row>
  );
}

function Marks({ person, isMe }: { readonly person: PersonRow; readonly isMe: boolean }) {
  const t = useTranslations('settings.people');
  return (
    <>
      {isMe && (
        <Pill size="sm" tone="brand">
          {t('you')}
        </Pill>
      )}
      {person.isRehearsal && (
        <Pill size="sm" icon={<FlaskConical aria-hidden size={10} />}>
          {t('rehearsal')}
        </Pill>
      )}
      {person.isDisabled && (
        <Pill size="sm" tone="bad" icon={<Ban aria-hidden size={10} />}>
          {t('disabled')}
        </Pill>
      )}
    </>
  );
}
