import { postJson } from './request';
import { newCommandId } from './send-command';

/** Makes a queue with the fields of `createQueueForm`. Throws as `postJson` does. */
export async function createQueue(fields: object): Promise<void> {
  const command = { type: 'queue.create', fields };
  await postJson('/api/queues', { commandId: newCommandId(), command });
}
