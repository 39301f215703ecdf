'use client';
import { Maximize, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { WallboardScreen } from './wallboard-screen';

/** Every queue and live conference as a wallboard, for whoever is signed in. */
export function OwnWallboard() {
  const t = useTranslations('wallboard');
  return (
    <WallboardScreen
      view={{ name: t('pageTitle'), tiles: 9, rotateSeconds: 20 }}
      token={null}
      wayBack={
        <span className="flex items-center gap-2">
          <IconButton
            label={t('fullScreen')}
            icon={<Maximize size={16} />}
            onClick={() => {
              // A browser that has none, or forbids it, leaves the page as it is.
              if (document.fullscreenEnabled)
                document.documentElement.requestFullscreen().catch(() => undefined);
            }}
          />
          <Link
            href="/queues"
            aria-label={t('toQueues')}
            title={t('toQueues')}
            className={buttonClass('plain', 'md')}
          >
            <X aria-hidden size={16} />
          </Link>
        </span>
      }
    />
  );
}
