import { RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { ResultStrip } from '@/components/ui/result-strip';
import { useQueues } from '@/lib/browser/use-queues';
import { callerAction, type CallerActionId } from './caller-actions';
import { useBoardHands } from './board-hands';
import { useBoard, useBoardStore } from './board-store';
import { type CallersBulk, callersResultOf } from './callers-bulk';

const mostNames = 5;

const againBy: Readonly<Record<CallersBulk['type'], CallerActionId | null>> = {
  'queueCalls.admit': 'admit',
  'queueCalls.transfer': 'transfer',
  'queueCalls.bridge': 'bridge',
  'queueCalls.move': 'move',
  'queueCalls.setKeepAfterHangup': null,
  'queueCalls.remove': 'remove',
  'queueCalls.hangUp': 'hangUp',
};

/** How a command to several comes on, caller by caller, and whom it did not reach. */
export function CallersReport() {
  const bulk = useBoard((board) => board.bulk);
  return (
    <div role="status" className="shrink-0">
      {bulk !== null && <Report bulk={bulk} />}
    </div>
  );
}

function Report({ bulk }: { readonly bulk: CallersBulk }) {
  const t = useTranslations('queues');
  const { number } = useFormatter();
  const board = useBoardStore();
  const hands = useBoardHands();
  const queues = useQueues((view) => view.queues);
  const result = useMemo(() => callersResultOf(queues, bulk), [queues, bulk]);
  const { done, open, unknown, failed } = result;
  const all = done + open + unknown + failed.length;
  const what = t(`asked.${bulk.type}`);
  if (open > 0) {
    const part = (all - open) / all;
    return (
      <div className="border-b border-line bg-panel px-3 py-2 md:px-5">
        <ProgressBar
          label={t('bulk.underWay', { what, done: all - open, all })}
          part={part}
          percent={number(part, { style: 'percent' })}
        />
      </div>
    );
  }
  if (unknown + failed.length === 0) return null;
  const again = againBy[bulk.type];
  const names = failed.slice(0, mostNames).map(({ name }) => name);
  return (
    <ResultStrip
      isTrouble
      title={t('bulk.result', { what, done, unknown, failed: failed.length })}
      dismissLabel={t('bulk.dismiss')}
      action={
        failed.length > 0 &&
        again !== null && (
          <Button
            size="sm"
            icon={<RotateCcw aria-hidden size={13} />}
            onClick={() => {
              const [first, ...rest] = failed;
              if (first !== undefined) callerAction(again).run(hands, [first, ...rest]);
            }}
          >
            {t('bulk.again', { count: failed.length })}
          </Button>
        )
      }
      onDismiss={() => {
        board.setState({ bulk: null });
      }}
    >
      {failed.length > 0 &&
        t('bulk.failed', { names: names.join(', '), more: failed.length - names.length })}
    </ResultStrip>
  );
}
