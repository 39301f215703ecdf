import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useDesk, useDeskStore } from './desk-store';
import { useHands } from './hands';
import { peopleAction, type PeopleActionId, peopleActionIds, reachedBy } from './people-actions';
import { withNobodyChosen } from './roster-keys';
import { reachableOf } from './selection';
import { useDeskRights } from './use-desk-rights';

const forMany = peopleActionIds.filter((id) => peopleAction(id).isForMany);

/** What can be done with everybody who is selected, floating over the list. */
export function SelectionBar() {
  const t = useTranslations('desk.selection');
  const desk = useDeskStore();
  const { anyToPeople } = useDeskRights();
  const count = useDesk((now) => now.selection.chosen.size);
  const reachable = useDesk((now) => reachableOf(now.selection, now.roster.rows).length);
  const isEnded = useDesk((now) => now.isEnded);
  if (count === 0 || isEnded || !anyToPeople) return null;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center px-2">
      <div
        role="toolbar"
        aria-label={t('label')}
        className="pointer-events-auto flex max-w-full animate-appear items-center gap-1.5 overflow-x-auto rounded-xl border border-line bg-raise py-[7px] pr-2 pl-3.5 shadow-float"
      >
        <strong className="mr-1.5 font-[560] whitespace-nowrap">
          {t('count', { count })}
          {reachable < count && (
            <span className="font-normal text-ink-3">
              {' '}
              {t('notReachable', { count: count - reachable })}
            </span>
          )}
        </strong>
        {forMany.map((id) => (
          <SelectionButton key={id} id={id} isDisabled={reachable === 0} />
        ))}
        <IconButton
          look="ghost"
          label={t('clear')}
          icon={<X size={15} />}
          onClick={() => {
            desk.setState(withNobodyChosen);
          }}
        />
      </div>
    </div>
  );
}

function SelectionButton({
  id,
  isDisabled,
}: {
  readonly id: PeopleActionId;
  readonly isDisabled: boolean;
}) {
  const t = useTranslations('desk.action');
  const hands = useHands();
  const desk = useDeskStore();
  const { role } = useMe();
  const { icon: Icon, permission, isDangerous = false, run } = peopleAction(id);
  if (permission !== null && !may(role, permission)) return null;
  return (
    <Button
      look={isDangerous ? 'danger' : 'plain'}
      disabled={isDisabled}
      icon={<Icon size={14} />}
      className="max-md:px-2"
      onClick={() => {
        const { selection, roster } = desk.getState();
        const chosen = [...selection.chosen].flatMap((leg) => roster.rows.get(leg) ?? []);
        const [first, ...others] = reachedBy(id, chosen);
        if (first !== undefined) run(hands, [first, ...others]);
      }}
    >
      <span className="max-md:sr-only">{t(id)}</span>
    </Button>
  );
}
