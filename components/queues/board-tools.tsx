import { Bell, Monitor } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button, buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ChoiceField } from '@/components/ui/choice-field';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';
import { useBoardHands } from './board-hands';
import { chartRanges } from './board-state';
import { useBoard, useBoardStore } from './board-store';
import { pageAction } from './queue-actions';

/** What can be done with the whole page; on small screens it stands at the bottom. */
export function BoardTools() {
  const t = useTranslations('queues');
  const alerts = useTranslations('alerts');
  const wallboard = useTranslations('wallboard');
  const board = useBoardStore();
  const hands = useBoardHands();
  const { role } = useMe();
  const range = useBoard((now) => now.range);
  const { icon: Icon, permission, run } = pageAction('create');
  return (
    <div className="flex items-center gap-2 max-md:justify-between">
      <ChoiceField
        label={t('range')}
        isLabelHidden
        value={range}
        choices={chartRanges.map((value) => ({ value, label: t(`ranges.${value}`) }))}
        onChange={(value) => {
          board.setState({ range: value });
        }}
      />
      <Link href="/alerts" className={classNames(buttonClass('plain', 'md'), 'max-md:hidden')}>
        <Bell aria-hidden size={16} />
        {alerts('title')}
      </Link>
      <Link href="/wallboard" className={classNames(buttonClass('plain', 'md'), 'max-md:hidden')}>
        <Monitor aria-hidden size={16} />
        {wallboard('pageTitle')}
      </Link>
      {permission !== null && may(role, permission) && (
        <Button
          look="primary"
          icon={<Icon aria-hidden size={16} />}
          aria-haspopup="dialog"
          onClick={() => {
            run(hands);
          }}
        >
          {t('action.create')}
        </Button>
      )}
    </div>
  );
}
