import { ListOrdered, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import { pageAction } from './queue-actions';

/** There is no queue: says how one comes to be. */
export function NoQueue() {
  const t = useTranslations('queues');
  const hands = useBoardHands();
  const { role } = useMe();
  const { permission, run } = pageAction('create');
  const mayCreate = permission !== null && may(role, permission);
  return (
    <div className="min-h-0 flex-1">
      <EmptyState
        icon={<ListOrdered size={20} />}
        title={t('none.title')}
        action={
          mayCreate && (
            <Button
              look="primary"
              icon={<Plus aria-hidden size={16} />}
              onClick={() => {
                run(hands);
              }}
            >
              {t('action.create')}
            </Button>
          )
        }
      >
        {t(mayCreate ? 'none.create' : 'none.watch')}
      </EmptyState>
    </div>
  );
}
