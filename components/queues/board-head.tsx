import { useTranslations } from 'use-intl';
import { PageHeader } from '@/components/shell/page-header';
import { useCarrierNow } from '@/lib/browser/use-carrier-now';
import type { QueueRow } from '@/lib/contract/rows';
import { waitParts } from '@/lib/format/duration';
import { BoardTools } from './board-tools';
import { summaryOf } from './queue-order';

/** What the page is, how it stands in all, and what can be done with it. */
export function BoardHead({ rows }: { readonly rows: readonly QueueRow[] }) {
  const t = useTranslations('queues');
  const now = useCarrierNow();
  const { waiting, queues, oldestSince, inTime } = summaryOf(rows);
  const parts = [t('summary', { waiting, queues })];
  if (oldestSince !== null && now > 0) {
    parts.push(t('oldest', waitParts(Math.max(0, now - oldestSince) / 1_000_000)));
  }
  if (inTime !== null) parts.push(t('inTime', { part: inTime }));
  return (
    <PageHeader title={t('title')} about={parts.join(' · ')}>
      <div className="max-md:hidden">
        <BoardTools />
      </div>
    </PageHeader>
  );
}
