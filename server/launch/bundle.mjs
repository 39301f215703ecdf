// @ts-check

// Packages that were written as CommonJS ask for Node's own modules by `require`.
const requireForPackages =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Makes one file of each program and all that it is made of, packages included: thousands of small files
 * take longer to load than to bundle.
 * @param {string} root the project's folder
 * @param {string} folder where the files go, below it
 * @param {Record<string, string>} programs the main file of each, by the name of the file that is made
 */
export async function bundle(root, folder, programs) {
  // Only now: before the install there is no esbuild to import.
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The first two have files of their own beside their code. Those of Amazon are loaded only where a
    // bucket is configured: within the bundle every start would pay for reading them.
    external: ['better-sqlite3', 'next', '@aws-sdk/*'],
    banner: { js: requireForPackages },
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}
