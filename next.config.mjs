/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm test` runs the compiler over everything; once is enough.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    // Sentences are parsed while the pages are built: the parser would be a tenth of a page's script.
    rules: {
      '**/lib/i18n/messages/*/*.ts': {
        loaders: [`${import.meta.dirname}/server/launch/compile-messages.mjs`],
      },
    },
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // Between two pages browsers sometimes ask for the icon under its oldest name.
  redirects: () =>
    Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg', permanent: false }]),
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'telnyx'],
};

export default config;
