/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // `npm test` runs the compiler over everything; once is enough.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'telnyx'],
};

export default config;
