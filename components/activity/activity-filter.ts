import { activityActions, activityOutcomes, type ActivityOutcome } from '@/lib/contract/activity';
import type { ActivityFilter } from '@/lib/browser/use-activity';
import type { Tone } from '@/components/ui/tone';

/** Lets everything pass. */
export const noFilter: ActivityFilter = {
  ...{ who: '', action: '', outcome: '', conference: '', from: '', to: '', q: '' },
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The filter an address asks for; what it does not know it leaves out. */
export function activityFilterFrom(query: Pick<URLSearchParams, 'get'>): ActivityFilter {
  const text = (name: string) => query.get(name) ?? '';
  const date = (name: string) => (day.test(text(name)) ? text(name) : '');
  return {
    who: text('who'),
    action: activityActions.find((one) => one === query.get('action')) ?? '',
    outcome: activityOutcomes.find((one) => one === query.get('outcome')) ?? '',
    conference: text('conference'),
    from: date('from'),
    to: date('to'),
    q: text('q'),
  };
}

/** The query that asks for a filter; empty when it lets everything pass. */
export function queryOf(filter: ActivityFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== ''),
  );
}

/** Which outcomes are as they should be, and which deserve a look. */
export const outcomeTones: Record<ActivityOutcome, Tone> = {
  done: 'live',
  refused: 'warn',
  failed: 'bad',
  unknown: 'warn',
};
