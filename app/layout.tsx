import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { ReactNode } from 'react';
import { ThemeScript } from '@/components/shell/theme-script';
import { english } from '@/lib/i18n/messages';
import { nonceHeader } from '@/server/http/page-policy';
import { Providers } from './providers';
import './globals.css';

export const metadata: Metadata = {
  title: { default: english.shell.title, template: `%s · ${english.shell.title}` },
  description: english.shell.description,
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#12151a' },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // Read per request, which makes every page one that is drawn per request: only such pages get nonces.
  const nonce = (await headers()).get(nonceHeader) ?? undefined;
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript {...(nonce === undefined ? {} : { nonce })} />
      </head>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
