'use client';
import { useTranslations } from 'use-intl';
import { ConfirmAttempt } from '@/components/shell/confirm-attempt';
import { showToast } from '@/components/ui/toast';
import type { PeopleView } from '@/lib/browser/use-people';
import type { PersonRow } from '@/lib/contract/people';
import { InviteDialog } from './invite-dialog';
import { LinkDialog } from './link-dialog';
import type { ConfirmedChange, PersonQuestion } from './person-question';
import { RoleDialog } from './role-dialog';

/** The question that is open, if one is. */
export function PeopleDialogs({
  question,
  onAsk,
  people,
}: {
  readonly question: PersonQuestion | null;
  readonly onAsk: (question: PersonQuestion | null) => void;
  readonly people: Pick<PeopleView, 'invite' | 'change'>;
}) {
  const onClose = () => {
    onAsk(null);
  };
  if (question === null) return null;
  switch (question.ask) {
    case 'invite':
      return <InviteDialog people={people} onAsk={onAsk} onClose={onClose} />;
    case 'role':
      return <RoleDialog person={question.person} people={people} onClose={onClose} />;
    case 'link':
      return <LinkDialog person={question.person} link={question.link} onClose={onClose} />;
    case 'disable':
    case 'reset':
    case 'signOut':
      return (
        <Confirmation
          key={`${question.ask} ${question.person.id}`}
          ask={question.ask}
          person={question.person}
          people={people}
          onAsk={onAsk}
        />
      );
  }
}

function Confirmation({
  ask,
  person,
  people,
  onAsk,
}: {
  readonly ask: ConfirmedChange;
  readonly person: PersonRow;
  readonly people: Pick<PeopleView, 'change'>;
  readonly onAsk: (question: PersonQuestion | null) => void;
}) {
  const t = useTranslations('settings.people');
  const { id, name, sessions } = person;
  return (
    <ConfirmAttempt
      title={t(`confirm.${ask}Title`, { name })}
      about={t(`confirm.${ask}Text`, { count: sessions })}
      confirmLabel={t(`confirm.${ask}`)}
      onClose={() => {
        onAsk(null);
      }}
      onConfirm={async () => {
        const { link } = await people.change(id, { change: ask });
        onAsk(link === null ? null : { ask: 'link', person, link });
        if (ask !== 'reset') showToast({ title: t(`done.${ask}`, { name }) });
      }}
    />
  );
}
