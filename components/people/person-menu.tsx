'use client';
import { Ban, Ellipsis, LogOut, RotateCcw, UserCheck, UserCog } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/browser/request';
import { useTeller } from '@/lib/browser/teller';
import type { PeopleView } from '@/lib/browser/use-people';
import type { PersonRow } from '@/lib/contract/people';
import type { PersonQuestion } from './person-question';

/** What can be done with one person; to oneself only what does not lock one out. */
export function PersonMenu({
  person,
  isMe,
  onAsk,
  people,
}: {
  readonly person: PersonRow;
  readonly isMe: boolean;
  readonly onAsk: (question: PersonQuestion) => void;
  readonly people: Pick<PeopleView, 'change'>;
}) {
  const t = useTranslations('settings.people');
  const teller = useTeller();
  const ask = (question: 'role' | 'reset' | 'signOut' | 'disable') => () => {
    onAsk({ ask: question, person });
  };
  const enable = () => {
    people.change(person.id, { change: 'enable' }).then(
      () => {
        showToast({ title: t('done.enable', { name: person.name }) });
      },
      (error: unknown) => {
        if (error instanceof ProblemError) teller.problem(error.problem);
        else teller.unreachable();
      },
    );
  };
  return (
    <Menu
      trigger={
        <IconButton
          look="ghost"
          label={t('more', { name: person.name })}
          icon={<Ellipsis size={16} />}
        />
      }
    >
      {isMe || person.isRehearsal ? (
        <p className="max-w-56 px-2.5 py-1.5 text-sm text-ink-3">
          {t(isMe ? 'oneself' : 'rehearsalStays')}
        </p>
      ) : (
        <MenuItem icon={<UserCog aria-hidden size={15} />} onSelect={ask('role')}>
          {t('changeRole')}
        </MenuItem>
      )}
      <MenuItem icon={<LogOut aria-hidden size={15} />} onSelect={ask('signOut')}>
        {t('signOut')}
      </MenuItem>
      {!isMe && !person.isRehearsal && (
        <>
          <MenuSeparator />
          <MenuItem icon={<RotateCcw aria-hidden size={15} />} isDangerous onSelect={ask('reset')}>
            {t('reset')}
          </MenuItem>
          {person.isDisabled ? (
            <MenuItem icon={<UserCheck aria-hidden size={15} />} onSelect={enable}>
              {t('enable')}
            </MenuItem>
          ) : (
            <MenuItem icon={<Ban aria-hidden size={15} />} isDangerous onSelect={ask('disable')}>
              {t('disable')}
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}
