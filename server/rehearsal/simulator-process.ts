import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const news = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    url: z.string(),
    controlUrl: z.string(),
    publicKey: z.string(),
  }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
]);

/** How the simulator is started. */
export interface SimulatorStart {
  readonly port: number;
  readonly apiKey: string;
  readonly webhookUrl: string;
  readonly connectionId: string;
  readonly scenario: string | null;
}

/** The simulator that runs beside us, as a carrier would: reached by HTTP only. */
export interface SimulatorProcess {
  readonly url: string;
  readonly controlUrl: string;
  /** Base64 of the raw key that its webhooks verify with. */
  readonly publicKey: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the simulator as a child process and waits until it listens. It ends by itself when our
 * end of the pipe closes, however we end. `onLost` hears when it ends while we still need it.
 */
export async function startSimulator(
  options: SimulatorStart,
  onLost: () => void,
): Promise<SimulatorProcess> {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? '../simulator/main.ts' : './simulator.mjs', import.meta.url);
  const flags = isSource ? ['--import', 'tsx'] : ['--enable-source-maps'];
  const child = spawn(process.execPath, [...flags, fileURLToPath(entry)], {
    env: { ...process.env, SIMULATOR_OPTIONS: JSON.stringify(options) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const heard = await new Promise<z.infer<typeof news>>((resolve) => {
    child.once('message', (message) => {
      resolve(news.catch({ type: 'failed', reason: 'It said something else' }).parse(message));
    });
    void ended.then(() => {
      resolve({ type: 'failed', reason: 'It ended at once' });
    });
  });
  if (heard.type === 'failed') throw new Error(`The simulator does not start: ${heard.reason}`);
  let isWanted = true;
  void ended.then(() => {
    if (isWanted) onLost();
  });
  return {
    ...heard,
    stop: async () => {
      isWanted = false;
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
