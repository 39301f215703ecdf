import { CarrierReadError } from '@/server/log/carrier-answer';

/** The most that the carrier puts on one page (DOMAIN §1.1). */
export const pageSize = 250;

/** One page of a list as the carrier answers it. */
export interface CarrierPage {
  readonly data?: readonly unknown[];
  readonly meta?: { readonly page_number?: number; readonly total_pages?: number };
}

/** Reads a list to its last page. Throws where it vanishes in between: that is not an empty list. */
export async function allPages(
  readPage: (page: number) => Promise<CarrierPage | null>,
): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await readPage(page);
    if (answer === null) throw new CarrierReadError('failed', 'The list is no longer there');
    const data = answer.data ?? [];
    items.push(...data);
    if (data.length === 0 || page >= (answer.meta?.total_pages ?? Infinity)) return items;
  }
}
