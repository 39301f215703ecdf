import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { ReactNode } from 'react';
import { ThemeScript } from '@/components/shell/theme-script';
import { WordsProvider } from '@/components/shell/words-provider';
import { localeOf } from '@/lib/i18n/locale';
import { nonceHeader } from '@/server/http/page-policy';
import { pageWords } from './page-words';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = (await pageWords()).shell;
  return { title: { default: title, template: `%s · ${title}` }, description };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#12151a' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Read per request, which makes every page one that is drawn per request: only such pages get nonces.
  const asked = await headers();
  const nonce = asked.get(nonceHeader) ?? undefined;
  const locale = localeOf(asked);
  return (
    <html
      lang={locale}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript {...(nonce === undefined ? {} : { nonce })} />
      </head>
      <body>
        <WordsProvider locale={locale}>{children}</WordsProvider>
      </body>
    </html>
  );
}
