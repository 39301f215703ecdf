// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareBuild, root } from './prepare.mjs';
import { exitWith } from './run.mjs';

const lookMs = 1_000;

// Whoever kills npm means the server too, and npm cannot pass on a SIGKILL.
if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await prepareBuild().catch(exitWith);

// The server becomes this very process: signals reach it at once and no end of this one orphans it.
process.chdir(root);
process.setSourceMapsEnabled(true);
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
await import(pathToFileURL(join(root, '.build/server.mjs')).href);

function endWithParent() {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, lookMs);
  look.unref();
}
