import type { RetentionRuleSettings } from '@/lib/contract/recording';
import type { Deed } from './deed';

/** A rule of keeping being made or changed, for activity. */
export function retentionDeed(
  action: 'retentionRule.create' | 'retentionRule.change',
  id: string | null,
  { of, name, days }: RetentionRuleSettings,
): Deed {
  return { action, target: { kind: 'retentionRule', id, name }, detail: { of, days } };
}
