'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { PartWords } from '@/components/shell/later-words';
import { showToast } from '@/components/ui/toast';
import { acknowledgeAlert } from '@/lib/browser/use-alerts';
import { type AlertNews, createAlertNews } from '@/lib/browser/alert-news';
import { createAlertSound } from '@/lib/browser/alert-sound';
import { ProblemError } from '@/lib/browser/request';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { useTeller } from '@/lib/browser/teller';
import { useMay } from '@/lib/browser/use-may';
import { usePreferences } from '@/lib/browser/use-preferences';
import { useAlertWords } from './use-alert-words';

const mostToasts = 3;

/** Tells of alerts as they are raised: in a toast, and where somebody asked for it by sound and by the system. */
export function AlertWatch() {
  return (
    <PartWords>
      <Watch />
    </PartWords>
  );
}

function Watch() {
  const t = useTranslations('alerts');
  const { overview } = useRostrum();
  const router = useRouter();
  const teller = useTeller();
  const words = useAlertWords();
  const mayAcknowledge = useMay('queue.manage');
  const sounds = usePreferences((preferences) => preferences.soundsAlerts);
  const notifies = usePreferences((preferences) => preferences.notifiesAlerts);

  const acknowledge = (id: string) => {
    acknowledgeAlert(id).then(
      () => {
        showToast({ title: t('acknowledged') });
      },
      (error: unknown) => {
        if (error instanceof ProblemError) teller.problem(error.problem);
        else teller.unreachable();
      },
    );
  };
  const toast = ({ alert, isWorse }: AlertNews) => {
    const action = mayAcknowledge
      ? {
          label: t('acknowledge'),
          onClick: () => {
            acknowledge(alert.id);
          },
        }
      : {
          label: t('show'),
          onClick: () => {
            router.push('/alerts');
          },
        };
    showToast({
      kind: alert.level === 'critical' ? 'error' : 'warning',
      title: words(alert, isWorse),
      action,
    });
  };
  const tell = useEffectEvent((news: readonly AlertNews[], play: () => void) => {
    if (news.length === 0) return;
    for (const one of news.slice(0, mostToasts)) toast(one);
    if (news.length > mostToasts)
      showToast({ kind: 'warning', title: t('more', { count: news.length - mostToasts }) });
    if (sounds) play();
    if (notifies && !document.hasFocus()) notify(news.map((one) => [one, words(one.alert)]));
  });

  useEffect(() => {
    const newsIn = createAlertNews();
    const sound = createAlertSound();
    newsIn(overview.store.getState());
    const stop = overview.store.subscribe((state) => {
      tell(newsIn(state), sound.play);
    });
    return () => {
      stop();
      sound.close();
    };
  }, [overview]);
  return null;
}

function notify(news: readonly (readonly [AlertNews, string])[]): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  for (const [{ alert }, title] of news.slice(0, mostToasts)) {
    try {
      // One for each alert, however many pages of ours are open.
      new Notification(title, { tag: alert.id });
    } catch {
      // Some phones show none but from a worker: the toast is there all the same.
      return;
    }
  }
}
