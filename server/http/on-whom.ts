import type { CallCommand } from '@/lib/domain/call/command';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import {
  type CallControlId,
  type ConferenceId,
  conferenceStream,
  queueStream,
} from '@/lib/domain/ids';
import type { QueueCommand } from '@/lib/domain/queue/command';
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

/** On whom a command to a queue is; null for a queue that nobody has heard of. */
export async function onWhomInQueue(
  { queues }: Pick<Services, 'queues'>,
  name: string,
  command: QueueCommand,
): Promise<OnWhom | null> {
  const view = await queues.read(name);
  return view === null ? null : tellCommand(queueStream(name), view.state, command);
}
