import type { ReactNode } from 'react';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { LaterWords } from '@/components/shell/later-words';

export default function SettingsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <LaterWords>
      <SettingsFrame>{children}</SettingsFrame>
    </LaterWords>
  );
}
