import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/ui/choice-field';
import { useMay } from '@/lib/browser/use-may';
import { conferenceCommands } from '@/lib/domain/conference/command';
import type { DeskQuestion } from './desk-state';
import { useDeskStore } from './desk-store';

const ways = ['invite', 'join'] as const;
type Way = (typeof ways)[number];

const questions: Readonly<Record<Way, DeskQuestion>> = {
  invite: { ask: 'invite' },
  join: { ask: 'command', command: 'participants.join', legs: [] },
};

/** Whether people are called, or calls that are up are brought in; each way is a dialog of its own. */
export function WayInChoice({ way }: { readonly way: Way }) {
  const t = useTranslations('deskForms.wayIn');
  const desk = useDeskStore();
  const mayInvite = useMay(conferenceCommands['participants.invite'].permission);
  const mayJoin = useMay(conferenceCommands['participants.join'].permission);
  if (!mayInvite || !mayJoin) return null;
  return (
    <div data-aside={way === 'invite' ? true : undefined}>
      <ChoiceField
        label={t('label')}
        value={way}
        choices={ways.map((value) => ({ value, label: t(value) }))}
        onChange={(next) => {
          desk.setState({ question: questions[next] });
        }}
      />
    </div>
  );
}
