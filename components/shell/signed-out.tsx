'use client';
import { LogIn } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { linkLook } from '@/components/ui/link-look';
import { signInPathFrom } from '@/lib/contract/way-back';

/** What stands in place of everything once nobody is signed in any more. */
export function SignedOut() {
  const t = useTranslations('shell.signedOut');
  const pathname = usePathname();
  const search = typeof window === 'undefined' ? '' : window.location.search;
  return (
    <main id="content" className="grid min-h-dvh place-items-center">
      <div role="alert">
        <EmptyState
          icon={<LogIn size={20} />}
          isPage
          title={t('title')}
          action={
            // A whole new page: nothing of the last session stays behind.
            <a href={signInPathFrom(`${pathname}${search}`)} className={linkLook}>
              {t('signIn')}
            </a>
          }
        >
          {t('detail')}
        </EmptyState>
      </div>
    </main>
  );
}
