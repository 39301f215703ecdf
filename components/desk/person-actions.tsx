import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useHands } from './hands';
import {
  isForRow,
  peopleAction,
  type PeopleActionId,
  peopleActionIds,
  reachedBy,
} from './people-actions';
import type { RosterRow } from './roster-row';

/** What is on the panel already, or is done to its values. */
const elsewhere: ReadonlySet<PeopleActionId> = new Set(['details', 'copyNumber', 'copyId']);

/** What can be done with the one whose panel is shown. */
export function PersonActions({ row }: { readonly row: RosterRow }) {
  const t = useTranslations('desk.action');
  const hands = useHands();
  const { role } = useMe();
  const own = peopleActionIds.filter((id) => {
    const { permission } = peopleAction(id);
    const mayRun = permission === null || may(role, permission);
    return mayRun && !elsewhere.has(id) && isForRow(id, row) && reachedBy(id, [row]).length > 0;
  });
  return (
    <div className="flex flex-wrap gap-1.5 px-4 pb-3">
      {own.map((id) => {
        const { icon: Icon, isDangerous = false, run } = peopleAction(id);
        return (
          <Button
            key={id}
            look={isDangerous ? 'danger' : 'plain'}
            icon={<Icon size={14} />}
            onClick={() => {
              run(hands, [row]);
            }}
          >
            {t(id)}
          </Button>
        );
      })}
    </div>
  );
}
