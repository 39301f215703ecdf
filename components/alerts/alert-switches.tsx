'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { createAlertSound } from '@/lib/browser/alert-sound';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';

/** How this browser tells of alerts beside the toast: by a sound, and by the system's own notices. */
export function AlertSwitches() {
  const t = useTranslations('alertList');
  const sounds = usePreferences((preferences) => preferences.soundsAlerts);
  const notifies = usePreferences((preferences) => preferences.notifiesAlerts);
  const set = useSetPreferences();
  const [isRefused, setRefused] = useState(false);
  const turnNotices = (isOn: boolean) => {
    if (!isOn || !('Notification' in window)) {
      setRefused(isOn);
      set({ notifiesAlerts: false });
      return;
    }
    void Notification.requestPermission().then((permission) => {
      setRefused(permission !== 'granted');
      set({ notifiesAlerts: permission === 'granted' });
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('sound')}
        isOn={sounds}
        onTurn={(isOn) => {
          set({ soundsAlerts: isOn });
          // Heard once at once: so one knows it, and the browser lets the page sound from now on.
          if (isOn) createAlertSound().play();
        }}
      />
      <Switch label={t('notices')} isOn={notifies} onTurn={turnNotices} />
      {isRefused && (
        <p role="status" className="text-sm text-warn">
          {t('noticesRefused')}
        </p>
      )}
    </div>
  );
}

function Switch({
  label,
  isOn,
  onTurn,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}) {
  return (
    <div className="flex items-center gap-2.5">
      <Checkbox
        label={label}
        isChecked={isOn}
        onChange={(event) => {
          onTurn(event.target.checked);
        }}
      />
      <span aria-hidden>{label}</span>
    </div>
  );
}
