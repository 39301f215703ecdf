import { z } from 'zod';
import { createSimulator, type Simulator } from './create-simulator';
import { simulatorOptionsSchema } from './options';

/** The simulator as a process of its own: options in SIMULATOR_OPTIONS, news over the IPC channel. */

const optionsInJson = z
  .string({ error: 'SIMULATOR_OPTIONS is not set.' })
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'SIMULATOR_OPTIONS is not JSON.' });
      return z.NEVER;
    }
  })
  .pipe(simulatorOptionsSchema);

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

function tellParent(message: Record<string, unknown>, then: () => void = () => undefined): void {
  if (process.send === undefined) then();
  else process.send(message, then);
}

function endWithParent(simulator: Simulator): void {
  const end = () => {
    void simulator.close().finally(() => process.exit(0));
  };
  // A parent that died while we started leaves no later 'disconnect' to hear.
  if (process.send !== undefined && !process.connected) end();
  process.once('disconnect', end);
  process.once('SIGTERM', end);
}

async function main(): Promise<void> {
  try {
    const simulator = await createSimulator(optionsInJson.parse(process.env.SIMULATOR_OPTIONS));
    endWithParent(simulator);
    const { url, controlUrl, publicKey } = simulator;
    tellParent({ type: 'ready', url, controlUrl, publicKey });
  } catch (error) {
    tellParent({ type: 'failed', reason: reasonOf(error) }, () => process.exit(1));
  }
}

void main();
