/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm test` runs the compiler over everything; once is enough.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Between two pages browsers sometimes ask for the icon under its oldest name.
  redirects: () =>
    Promise.resolve([{ source: '/favicon.ico', destination: '/icon.svg', permanent: false }]),
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'telnyx'],
};

export default config;
