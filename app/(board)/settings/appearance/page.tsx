import type { Metadata } from 'next';
import { AppearanceForm } from '@/components/settings/appearance-form';
import { english } from '@/lib/i18n/messages';

export const metadata: Metadata = { title: english.settings.appearance.title };

export default function Appearance() {
  return <AppearanceForm />;
}
