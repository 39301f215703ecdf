import { queueOf } from '@/lib/domain/call/call';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import {
  type CallControlId,
  callStream,
  type CommandId,
  type ConferenceId,
  queueStream,
  streamOf,
} from '@/lib/domain/ids';
import { valueAt } from '@/lib/domain/keyed';
import type { QueueEvent } from '@/lib/domain/queue/event';
import { enteredAt } from '@/lib/domain/queue/queue';
import type { Announcement, Log } from '@/server/log/log';
import type { LoggedEvent } from '@/server/log/ports';

interface Waiting {
  readonly leg: CallControlId;
  readonly queue: string;
}

/**
 * Notes in a queue that one of its callers was let into a conference by a command of ours, whoever gave
 * it and wherever: the carrier may call that a leave, and it is no wait that ended in vain. Hand the
 * answer to `log.follow`.
 */
export function watchAdmissions(
  log: Log,
  onFailure: (error: unknown) => void,
): (announcement: Announcement) => void {
  // Who waited when the command was sent; by then its answer is a moment away.
  const sent = new Map<CommandId, readonly Waiting[]>();
  return ({ name, events }) => {
    const stream = streamOf(name);
    if (stream?.kind !== 'conference') return;
    for (const event of events) {
      if (event.commandId === null) continue;
      if (event.type === 'command.sent') {
        const waiting = waitingIn(log, event);
        if (waiting.length > 0) sent.set(event.commandId, waiting);
      } else if (event.type.startsWith('command.')) {
        const waiting = sent.get(event.commandId) ?? [];
        sent.delete(event.commandId);
        if (event.type !== 'command.accepted') continue;
        const conferenceId = stream.key as ConferenceId;
        for (const each of waiting) note(log, conferenceId, each, event).catch(onFailure);
      }
    }
  };
}

function waitingIn(log: Log, { data }: LoggedEvent): readonly Waiting[] {
  const { command } = data as { readonly command: ConferenceCommand };
  if (command.type !== 'participants.join') return [];
  return command.fields.legs.flatMap((leg) => {
    const call = log.peek(callStream(leg))?.state;
    const queue = call === undefined ? null : queueOf(call);
    return queue === null ? [] : [{ leg, queue }];
  });
}

async function note(
  log: Log,
  conferenceId: ConferenceId,
  { leg, queue }: Waiting,
  { actor, commandId }: LoggedEvent,
): Promise<void> {
  const stream = queueStream(queue);
  const event: QueueEvent = {
    type: 'queueCall.admitted',
    data: { callControlId: leg, conferenceId },
  };
  await log.submit({
    streams: [stream],
    run: (batch) => {
      const call = valueAt(batch.stateOf(stream).calls, leg);
      // Another node may have said so already.
      if (call === undefined || call.admitted?.enteredAt === enteredAt(call)) return;
      batch.append(stream, [{ event, source: 'rostrum', actor, commandId, occurredAt: null }]);
    },
  });
}
