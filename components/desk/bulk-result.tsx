import { PartWords } from '@/components/shell/later-words';
import { later, useLoadedWhenIdle } from '@/components/ui/later';
import { useDesk } from './desk-store';

const BulkReport = later(async () => (await import('./bulk-report')).BulkReport);

/** Tells whom the newest command to many did not reach, or may not have, and does it again for those. */
export function BulkResult() {
  const bulk = useDesk((desk) => desk.bulk);
  const isEnded = useDesk((desk) => desk.isEnded);
  useLoadedWhenIdle(BulkReport);
  return (
    <div role="status" className="shrink-0">
      {bulk !== null && !isEnded && (
        <PartWords>
          <BulkReport bulk={bulk} />
        </PartWords>
      )}
    </div>
  );
}
