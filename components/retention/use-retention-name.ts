import { useTranslations } from 'use-intl';
import type { RetentionRuleSettings } from '@/lib/contract/recording';

/** What a rule is called: by the conference or queue it is about. */
export function useRetentionName(): (rule: Pick<RetentionRuleSettings, 'of' | 'name'>) => string {
  const t = useTranslations('settings.retention.ofKinds');
  return ({ of, name }) => name ?? t(of);
}
