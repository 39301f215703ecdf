import type { CallCommand } from '@/lib/domain/call/command';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import { type CallControlId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import { tellCommand } from '@/server/activity/tell-command';
import type { Services } from '@/server/services';
import type { OnWhom } from './deed';

/** On whom a command to a conference is; null for a conference that nobody has heard of. */
export async function onWhomInConference(
  { conferences }: Pick<Services, 'conferences'>,
  id: ConferenceId,
  command: ConferenceCommand,
): Promise<OnWhom | null> {
  const view = await conferences.read(id);
  return view === null ? null : tellCommand(conferenceStream(id), view.state, command);
}

/** On whom a command to a call leg is; null for a call that nobody has heard of. */
export async function onWhomInCall(
  { calls }: Pick<Services, 'calls'>,
  id: CallControlId,
  command: CallCommand,
): Promise<OnWhom | null> {
  const view = await calls.read(id);
  return view === null ? null : tellCommand(`call:${id}`, view.state, command);
}
