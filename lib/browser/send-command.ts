import type { CallCommandAnswer, CommandAnswer, DialAnswer } from '@/lib/contract/http';
import type { CallCommand } from '@/lib/domain/call/command';
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
  return sendTo<CommandAnswer<E>>(path, commandId, command);
}

/** Sends a command to one call as `sendCommand` does to a conference. */
export function sendCallCommand(
  id: string,
  commandId: CommandId,
  command: CallCommand,
): Promise<CallCommandAnswer> {
  const path = `/api/calls/${encodeURIComponent(id)}/commands`;
  return sendTo<CallCommandAnswer>(path, commandId, command);
}

/** Asks for somebody to be called; the answer names the call. */
export function sendDial(commandId: CommandId, fields: object): Promise<DialAnswer> {
  return sendTo<DialAnswer>('/api/calls', commandId, { type: 'call.dial', fields });
}

async function sendTo<Answer>(
  path: string,
  commandId: CommandId,
  command: object,
): Promise<Answer> {
  for (const pauseMs of pausesMs) {
    try {
      return await postJson<Answer>(path, { commandId, command });
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return postJson<Answer>(path, { commandId, command });
}
