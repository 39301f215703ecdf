import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { pageWords } from '@/app/page-words';
import { AppearanceForm } from '@/components/settings/appearance-form';
import { languageOf } from '@/lib/i18n/locale';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords()).shell.sections.appearance };
}

export default async function Appearance() {
  return <AppearanceForm language={languageOf(await headers())} />;
}
