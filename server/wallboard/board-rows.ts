import type { RowsMessage } from '@/lib/contract/hub';
import type { ListRow } from '@/lib/contract/rows';
import { maskedRows } from '@/lib/contract/shown';
import type { WallboardSettings } from '@/lib/contract/wallboard';

/** What of the overview a wallboard shows: its queues and conferences and no others, without numbers. */
export function boardRows(
  { queues, conferences }: Pick<WallboardSettings, 'queues' | 'conferences'>,
  message: RowsMessage,
): RowsMessage {
  const isShown = (row: ListRow): boolean => {
    switch (row.kind) {
      case 'carrier':
        return true;
      case 'queue':
        return queues === null || queues.includes(row.name);
      case 'conference':
        return conferences === null || (row.name !== null && conferences.includes(row.name));
      case 'alert':
      case 'call':
        return false;
    }
  };
  return maskedRows({ ...message, upserted: message.upserted.filter(isShown) });
}
