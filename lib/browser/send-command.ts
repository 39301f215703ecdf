import type { CommandAnswer } from '@/lib/contract/http';
import type { DomainEvent } from '@/lib/domain/event';
import type { CommandId } from '@/lib/domain/ids';
import { postJson, UnreachableError } from './request';

const pausesMs = [400, 1200, 3000];

/** A fresh id for a command; works on plain HTTP too, where `randomUUID` is missing. */
export function newCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as CommandId;
}

/**
 * Sends a command to this path. When the network fails it is sent again under the same id, up to three times: the
 * server answers a repeat from its books and does nothing twice. Throws as `postJson` does.
 */
export async function sendCommand<E extends DomainEvent>(
  path: string,
  commandId: CommandId,
  command: object,
): Promise<CommandAnswer<E>> {
  for (const pauseMs of pausesMs) {
    try {
      return await postJson<CommandAnswer<E>>(path, { commandId, command });
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return postJson<CommandAnswer<E>>(path, { commandId, command });
}
