import type { RowsMessage } from '@/lib/contract/hub';
import type { ListRow } from '@/lib/contract/rows';
import { shownRows } from '@/lib/contract/shown';
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
      case 'recording':
      case 'supervision':
        return false;
    }
  };
  const shown = message.upserted.filter(isShown);
  return shownRows({ ...message, upserted: shown }, { numbers: false, supervision: false });
}
