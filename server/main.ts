import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config';
import { startRostrum } from './start-rostrum';

const isDevelopment = process.env.NODE_ENV === 'development';
const sourceRoot = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<void> {
  const rostrum = await startRostrum(readConfig(process.env), {
    isDevelopment,
    root: sourceRoot,
    showCode: (code) => {
      process.stdout.write(
        `\n  Nobody can sign in yet. Open /sign-in and make the first account with the code ${code}\n`,
      );
    },
    onLost: () => {
      process.exit(1);
    },
  });
  process.stdout.write(`\n  Rostrum is ready at ${rostrum.url}\n\n`);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    void rostrum.stop().finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const isOurs =
    error instanceof ConfigError || (error instanceof Error && error.name === 'StoreError');
  process.stderr.write(
    `${isOurs ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
