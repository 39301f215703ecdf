import type { DeliveryRow, Page, Verdict } from '@/lib/contract/rows';
import { getJson, withQuery } from './request';
import { type Paged, usePaged } from './use-paged';

/** Which deliveries to show. */
export interface DeliveryFilter {
  readonly verdict: Verdict | '';
  readonly application: 'ours' | 'other' | '';
  readonly type: string;
}

/** The posts to the webhook door as far back as was asked, the newest first. */
export interface Deliveries extends Paged<DeliveryRow> {
  /** Whether newer ones show by themselves: not while older ones are looked at. */
  readonly isFollowing: boolean;
}

const limit = 50;
const everyMs = 5000;

/** Asks for deliveries, and again every five seconds while the page is in sight. */
export function useDeliveries(filter: DeliveryFilter): Deliveries {
  const { pages, ...list } = usePaged<DeliveryRow>({
    key: ['deliveries', filter],
    ask: (cursor, signal) =>
      getJson<Page<DeliveryRow>>(
        withQuery('/api/deliveries', { ...filter, type: filter.type.trim(), cursor, limit }),
        signal,
      ),
    everyMs,
  });
  return { ...list, isFollowing: pages.length <= 1 };
}
