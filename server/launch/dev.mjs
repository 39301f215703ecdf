// @ts-check
import { join } from 'node:path';
import { prepareInstall, root } from './prepare.mjs';
import { exitWith, run } from './run.mjs';

const restartNever = ['app/**', 'components/**', 'public/**', '.*/**'];

try {
  await prepareInstall();
  const { code } = await run(
    process.execPath,
    [
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'watch',
      '--clear-screen=false',
      // Next reloads these by itself, without losing the server's state.
      ...restartNever.map((pattern) => `--exclude=${join(root, pattern)}`),
      'server/main.ts',
    ],
    { cwd: root, env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' } },
  );
  process.exitCode = code;
} catch (error) {
  exitWith(error);
}
