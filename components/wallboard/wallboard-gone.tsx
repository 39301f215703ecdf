'use client';
import { Unlink } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** A link that opens no wallboard, or none any more. */
export function WallboardGone() {
  const t = useTranslations('wallboard');
  return (
    <main className="grid min-h-dvh place-items-center p-8 text-center">
      <div className="max-w-xl space-y-3">
        <Unlink aria-hidden size={40} className="mx-auto text-ink-3" />
        <h1 className="text-2xl font-[650]">{t('gone')}</h1>
        <p className="text-lg text-ink-2">{t('goneAbout')}</p>
      </div>
    </main>
  );
}
