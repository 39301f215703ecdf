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
import { PartWords } from './later-words';

const none: readonly Trouble[] = [];
/** Where more is to be seen of each, and often put right. */
const places: Partial<Record<Trouble, { href: string; words: 'seeCarrier' | 'seeDeliveries' }>> = {
  'carrier-key': { href: '/settings/carrier', words: 'seeCarrier' },
  'webhooks-silent': { href: '/settings/carrier', words: 'seeCarrier' },
  'clock-or-key': { href: '/settings/deliveries', words: 'seeDeliveries' },
};

/** What is wrong between the screen, the server and the carrier, and what to do about it. */
export function TroubleBanners() {
  const t = useTranslations('shell.offline');
  const isCutOff = useStore(useRostrum().hub.connection, ({ phase }) => phase === 'stale');
  const troubles = useOverview((overview) => overview.carrier?.troubles ?? none);
  if (isCutOff) {
    return (
      <Banner tone="bad" icon={<CloudOff size={16} />} title={t('title')}>
        {t('todo')}
      </Banner>
    );
  }
  if (troubles.length === 0) return null;
  return (
    <PartWords>
      {troubles.map((trouble) => (
        <TroubleBanner key={trouble} trouble={trouble} />
      ))}
    </PartWords>
  );
}

function TroubleBanner({ trouble }: { readonly trouble: Trouble }) {
  const t = useTranslations('troubles');
  const mayManage = useMay('settings.manage');
  const place = mayManage ? places[trouble] : undefined;
  return (
    <Banner
      tone={trouble === 'webhooks-silent' ? 'warn' : 'bad'}
      title={t(`${trouble}.title`)}
      action={
        place !== undefined && (
          <Link href={place.href} className="font-medium text-ink underline">
            {t(place.words)}
          </Link>
        )
      }
    >
      {t(`${trouble}.todo`)}
    </Banner>
  );
}
