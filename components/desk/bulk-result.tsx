import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useDesk } from './desk-store';

const loadReport = () => import('./bulk-report');
const BulkReport = dynamic(() => loadReport().then((module) => module.BulkReport), { ssr: false });

/** Tells whom the newest command to many did not reach, or may not have, and does it again for those. */
export function BulkResult() {
  const bulk = useDesk((desk) => desk.bulk);
  const isEnded = useDesk((desk) => desk.isEnded);
  useEffect(() => void loadReport(), []);
  return (
    <div role="status" className="shrink-0">
      {bulk !== null && !isEnded && <BulkReport bulk={bulk} />}
    </div>
  );
}
