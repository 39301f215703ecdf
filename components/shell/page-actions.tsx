'use client';
import {
  AudioLines,
  Bell,
  History,
  ListOrdered,
  MessagesSquare,
  Monitor,
  Phone,
  Radio,
  Settings2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/actions/action';
import { useOfferedActions } from '@/components/actions/use-action-board';
import { queueOrder } from '@/components/queues/queue-order';
import { type SettingsSection, settingsSectionsFor } from '@/components/settings/settings-sections';
import { useRostrum } from '@/lib/browser/rostrum-context';
import { useMe } from '@/lib/browser/use-may';
import { may } from '@/lib/domain/permission';

/** Offers to the palette every page one may open and every live conference; draws nothing. */
export function PageActions() {
  const t = useTranslations();
  const router = useRouter();
  const { overview } = useRostrum();
  const { role } = useMe();
  const source = useCallback(() => {
    const open = (href: string, look: Pick<Action, 'group' | 'label' | 'icon'>): Action => ({
      ...look,
      key: href,
      shortcut: null,
      isDangerous: false,
      run: () => {
        router.push(href);
      },
    });
    const page = (href: string, label: string, icon: Action['icon']) =>
      open(href, { group: 'pages', label, icon });
    const settings = (section: SettingsSection) => {
      const what = `${t('shell.settings')} · ${t(`shell.sections.${section}`)}`;
      return page(`/settings/${section}`, what, Settings2);
    };
    return [
      ...[...overview.store.getState().conferences.values()].map(({ id, name }) =>
        open(`/conferences/${encodeURIComponent(id)}`, {
          group: 'conferences',
          label: t('shell.openConference', { name: name ?? id }),
          icon: Radio,
        }),
      ),
      ...(may(role, 'queue.watch')
        ? queueOrder(overview.store.getState().queues.values())
        : []
      ).map(({ name }) =>
        open(`/queues?queue=${encodeURIComponent(name)}`, {
          group: 'queues',
          label: t('shell.openQueue', { name }),
          icon: ListOrdered,
        }),
      ),
      page('/conferences', t('shell.conferences'), MessagesSquare),
      ...(may(role, 'queue.watch')
        ? [
            page('/queues', t('shell.queues'), ListOrdered),
            page('/alerts', t('shell.alerts'), Bell),
            page('/wallboard', t('shell.wallboard'), Monitor),
          ]
        : []),
      page('/calls', t('shell.calls'), Phone),
      ...(may(role, 'recording.read')
        ? [page('/recordings', t('shell.recordings'), AudioLines)]
        : []),
      ...(may(role, 'activity.read') ? [page('/activity', t('shell.activity'), History)] : []),
      ...settingsSectionsFor(role).map(settings),
    ];
  }, [t, router, overview, role]);
  useOfferedActions(source);
  return null;
}
