'use client';
import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceField } from '@/components/ui/choice-field';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import type { Language } from '@/lib/i18n/locale';
import { LanguageField } from './language-field';

/** How this browser shows the page: language, theme, row height, and what a screen reader is told. */
export function AppearanceForm({ language }: { readonly language: Language }) {
  const t = useTranslations('settings.appearance');
  const preferences = usePreferences((all) => all);
  const set = useSetPreferences();
  return (
    <div className="flex max-w-xl flex-col gap-6 px-4 py-5 md:px-5">
      <p className="text-ink-2">{t('about')}</p>
      <LanguageField chosen={language} />
      <ChoiceField
        label={t('theme')}
        value={preferences.theme}
        choices={[
          { value: 'system', label: t('themes.system'), icon: <Monitor aria-hidden size={14} /> },
          { value: 'light', label: t('themes.light'), icon: <Sun aria-hidden size={14} /> },
          { value: 'dark', label: t('themes.dark'), icon: <Moon aria-hidden size={14} /> },
        ]}
        onChange={(theme) => {
          set({ theme });
        }}
      />
      <ChoiceField
        label={t('density')}
        value={preferences.density}
        choices={[
          {
            value: 'comfortable',
            label: t('densities.comfortable'),
            icon: <Rows3 aria-hidden size={14} />,
          },
          { value: 'dense', label: t('densities.dense'), icon: <Rows4 aria-hidden size={14} /> },
        ]}
        onChange={(density) => {
          set({ density });
        }}
      />
      <div className="flex gap-2.5">
        <span className="pt-0.5">
          <Checkbox
            label={t('announce')}
            isChecked={preferences.announcesFloor}
            onChange={(event) => {
              set({ announcesFloor: event.target.checked });
            }}
          />
        </span>
        <div aria-hidden>
          <p className="font-[530]">{t('announce')}</p>
          <p className="text-sm text-ink-3">{t('announceAbout')}</p>
        </div>
      </div>
    </div>
  );
}
