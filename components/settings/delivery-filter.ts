import { type Verdict, verdicts } from '@/lib/contract/rows';
import type { DeliveryFilter } from '@/lib/browser/use-deliveries';

/** The filter an address asks for; what it does not know it leaves out. */
export function deliveryFilterFrom(query: Pick<URLSearchParams, 'get'>): DeliveryFilter {
  const verdict = verdicts.find((one) => one === query.get('verdict'));
  const application = query.get('application');
  return {
    verdict: verdict ?? '',
    application: application === 'ours' || application === 'other' ? application : '',
    type: query.get('type') ?? '',
  };
}

/** The query that asks for a filter; empty when it lets everything pass. */
export function queryOf(filter: DeliveryFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** Which verdicts are as they should be, which deserve a look, and which mean trouble. */
export const verdictTones: Record<Verdict, 'live' | 'neutral' | 'warn' | 'bad'> = {
  stored: 'live',
  repeat: 'neutral',
  'unknown-type': 'warn',
  unreadable: 'bad',
  'version-1': 'bad',
  'bad-signature': 'bad',
  'missing-signature': 'bad',
  stale: 'bad',
  'not-json': 'bad',
  'too-large': 'bad',
};
