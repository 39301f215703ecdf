import { WifiOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/banner';
import { useConnection } from '@/lib/browser/use-connection';
import { useLength } from '@/lib/i18n/use-length';
import { useConferenceId } from './desk-store';

/** Says that the desk is out of date, and by how much. */
export function StaleBanner() {
  const t = useTranslations('desk.stale');
  const length = useLength();
  const { phase, age } = useConnection(useConferenceId());
  if (phase !== 'stale') return null;
  return (
    <Banner icon={<WifiOff size={16} />} title={t('title')}>
      {age === null ? t('textNow') : t('text', { age: length(age) })}
    </Banner>
  );
}
