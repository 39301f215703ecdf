import type { z } from 'zod';
import type { exportActivitySchema } from '@/lib/contract/http';
import type { ActivityFilter } from '@/server/activity/ports';

/** The filter a query asks for; its moments become microseconds. */
export function filterIn({
  from,
  to,
  ...filter
}: z.output<typeof exportActivitySchema>): ActivityFilter {
  return { ...filter, from: microsOf(from), to: microsOf(to) };
}

function microsOf(moment: string | undefined): number | undefined {
  return moment === undefined ? undefined : Date.parse(moment) * 1000;
}
