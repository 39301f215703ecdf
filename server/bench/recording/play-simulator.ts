import { serveTasks } from '@/server/bench/process/tasks';
import { connectionId } from '@/server/bench/traffic/names';
import { createSimulator } from '@/server/simulator/create-simulator';
import type { SimulatorTasks } from './recording-tasks';

/** The simulator in a process of its own: makes sounds as they are read, and hands them out. */
export async function playSimulator(): Promise<void> {
  const { url, controlUrl, publicKey } = await createSimulator({
    apiKey: process.env.TELNYX_API_KEY ?? '',
    webhookUrl: process.env.WEBHOOK_URL ?? '',
    connectionId,
    switches: { recordingProcessingMs: 0 },
  });
  serveTasks<SimulatorTasks>({ addresses: () => ({ url, controlUrl, publicKey }) });
  process.stdout.write('ready\n');
}
