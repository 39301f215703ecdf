import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const files: Readonly<Record<string, string>> = {
  'next.config.mjs': `export default { turbopack: { root: process.env.BENCH_ROOT } };\n`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html><body>{children}</body></html>;
}
`,
  'app/page.jsx': `export default function Page() {
  return <p>Hello</p>;
}
`,
  'app/api/webhooks/telnyx/route.js': `import { createPublicKey, verify } from 'node:crypto';

let key;

export async function POST(request) {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const raw = Buffer.from(process.env.BENCH_PUBLIC_KEY, 'base64');
  key ??= createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' });
  const body = Buffer.from(await request.arrayBuffer());
  const timestamp = request.headers.get('telnyx-timestamp');
  const signature = Buffer.from(request.headers.get('telnyx-signature-ed25519'), 'base64');
  const signed = Buffer.concat([Buffer.from(timestamp + '|'), body]);
  const isGood = await new Promise((resolve) => {
    verify(null, signed, key, signature, (error, good) => resolve(error === null && good));
  });
  return Response.json({ isGood }, { status: isGood ? 200 : 401 });
}
`,
};

/** Writes and builds the bare Next app in a folder, once for each version of Next and of these files. */
export async function buildNextApp(root: string, folder: string): Promise<void> {
  const version = await readFile(join(root, 'node_modules/next/package.json'), 'utf8');
  const stamp = createHash('sha256').update(version).update(JSON.stringify(files)).digest('hex');
  const stampFile = join(folder, 'stamp');
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return;
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const next = join(root, 'node_modules/next/dist/bin/next');
  await promisify(execFile)(process.execPath, [next, 'build'], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BENCH_ROOT: root,
    },
  });
  await writeFile(stampFile, stamp);
}
