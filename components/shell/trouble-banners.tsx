'use client';
import { CloudOff } from 'lucide-react';
import Link from 'next/link';
import { useStore } from 'zustand';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/banner';
import type { Trouble } from '@/lib/contract/rows';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { useMay } from '@/lib/browser/use-may';
import { useOverview } from '@/lib/browser/use-overview';

const none: readonly Trouble[] = [];
/** Where more is to be seen of each, and often put right. */
const places: Partial<Record<Trouble, { href: string; words: 'seeCarrier' | 'seeDeliveries' }>> = {
  'carrier-key': { href: '/settings/carrier', words: 'seeCarrier' },
  'webhooks-silent': { href: '/settings/carrier', words: 'seeCarrier' },
  'clock-or-key': { href: '/settings/deliveries', words: 'seeDeliveries' },
};

/** What is wrong between the screen, the server and the carrier, and what to do about it. */
export function TroubleBanners() {
  const t = useTranslations('shell');
  const isCutOff = useStore(useRostrum().hub.connection, ({ phase }) => phase === 'stale');
  const troubles = useOverview((overview) => overview.carrier?.troubles ?? none);
  const mayManage = useMay('settings.manage');
  if (isCutOff) {
    return (
      <Banner tone="bad" icon={<CloudOff size={16} />} title={t('offline.title')}>
        {t('offline.todo')}
      </Banner>
    );
  }
  return troubles.map((trouble) => {
    const place = mayManage ? places[trouble] : undefined;
    return (
      <Banner
        key={trouble}
        tone={trouble === 'webhooks-silent' ? 'warn' : 'bad'}
        title={t(`troubles.${trouble}.title`)}
        action={
          place !== undefined && (
            <Link href={place.href} className="font-medium text-ink underline">
              {t(`troubles.${place.words}`)}
            </Link>
          )
        }
      >
        {t(`troubles.${trouble}.todo`)}
      </Banner>
    );
  });
}
