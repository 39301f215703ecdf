import type { CommandId } from '@/lib/domain/ids';
import { postJson } from './request';
import { newCommandId } from './send-command';

interface CreationAnswer {
  readonly commandId: CommandId;
  readonly conferenceId: string | null;
}

/**
 * Asks for a new conference with the fields of `createConferenceForm`. Where somebody is dialled for
 * it, `conferenceId` is null and the stream `creation:{commandId}` tells the rest. Throws as
 * `postJson` does.
 */
export async function createConference(fields: object): Promise<CreationAnswer> {
  const command = { type: 'conference.create', fields };
  return postJson<CreationAnswer>('/api/conferences', { commandId: newCommandId(), command });
}
