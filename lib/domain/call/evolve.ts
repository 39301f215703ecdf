import type { Actor, Envelope, Numbered } from '../event';
import { type CommandId, conferenceStream, queueStream, type StreamName } from '../ids';
import { mergedParty } from '../party';
import { stamped, stampOf, withNewest } from '../registers';
import type { Call, CallCommandRecord } from './call';
import type { CallCommand } from './command';
import type { CallEvent, LegIdentity } from './event';
import { heardOf, judged } from './outcome';

const keptCommands = 20;

/** Returns the call as it is after `event`: pure, total, and the same whatever the order of facts. */
export function evolve(call: Call, event: Numbered<CallEvent>): Call {
  switch (event.type) {
    case 'call.initiated':
      return withNewest(identified(call, event.data), 'initiated', stampOf(event));
    case 'call.answered':
      return settled(withNewest(identified(call, event.data), 'answered', stampOf(event)));
    case 'call.bridged':
      return settled(withNewest(identified(call, event.data), 'bridged', stampOf(event)));
    case 'call.hangup': {
      const { cause, source } = event.data;
      const heard = stamped(event, { cause, source });
      return settled(withNewest(identified(call, event.data), 'hungUp', heard));
    }
    case 'call.dtmf.received':
    case 'call.gather.ended':
      return identified(call, event.data);
    case 'call.enqueued': {
      const heard = stamped(event, { queue: event.data.queue });
      const known = withHearer(identified(call, event.data), queueStream(event.data.queue));
      return settled(withNewest(known, 'enqueued', heard));
    }
    case 'call.dequeued': {
      const { queue, reason, waitedSeconds } = event.data;
      const heard = stamped(event, { queue, reason });
      const known = settled(withNewest(identified(call, event.data), 'dequeued', heard));
      if (waitedSeconds === null) return known;
      return withNewest(known, 'waited', stamped(event, { queue, seconds: waitedSeconds }));
    }
    case 'call.playback.started':
    case 'call.playback.ended': {
      const isOn = event.type === 'call.playback.started';
      const heard = stamped(event, { isOn, mediaName: event.data.mediaName });
      const known = withNewest(identified(call, event.data), 'playback', heard);
      return settled(isOn ? withNewest(known, 'playbackBegan', stampOf(event)) : known);
    }
    case 'call.speak.started':
    case 'call.speak.ended': {
      const heard = stamped(event, event.type === 'call.speak.started');
      return settled(withNewest(identified(call, event.data), 'speak', heard));
    }
    case 'call.referred': {
      const heard = stamped(event, event.data.phase);
      return settled(withNewest(identified(call, event.data), 'referred', heard));
    }
    case 'call.dialled': {
      const { party, connectionId, supervises, role } = event.data;
      const identity = { callLegId: null, callSessionId: null, connectionId, party };
      const known = identified(call, identity);
      return { ...known, dialled: { actor: event.actor, supervises, role, at: event.receivedAt } };
    }
    case 'call.found': {
      const { startedAt, isUp, ...ids } = event.data;
      return { ...withIds(call, ids), found: { startedAt, isUp } };
    }
    case 'call.paired': {
      const { callControlId } = event.data;
      return call.paired === callControlId ? call : { ...call, paired: callControlId };
    }
    case 'participant.joined': {
      const { callLegId, connectionId, conferenceId } = event.data;
      const heard = stamped(event, conferenceId);
      const known = withIds(call, { callLegId, connectionId });
      return withNewest(withHearer(known, conferenceStream(conferenceId)), 'joined', heard);
    }
    case 'participant.left':
      return withNewest(call, 'left', stamped(event, event.data.conferenceId));
    case 'call.supervises':
      return { ...call, supervisionId: event.data.supervisionId };
    case 'command.sent':
      return withSent(call, event, event.data.command);
    case 'command.accepted':
      return settled(withPhase(call, event, 'accepted', null));
    case 'command.refused': {
      const { code, detail } = event.data;
      return withPhase(call, event, 'refused', { code, detail });
    }
    case 'command.unknown':
      return settled(withPhase(call, event, 'unknown', null));
  }
}

/** Notes a command that is on its way to the carrier. */
export function withSent(
  call: Call,
  event: { readonly commandId: CommandId | null; readonly actor: Actor | null },
  command: CallCommand,
): Call {
  const { commandId, actor } = event;
  if (commandId === null || call.commands.some((c) => c.commandId === commandId)) return call;
  const record: CallCommandRecord = {
    commandId,
    type: command.type,
    actor,
    phase: 'sent',
    refusal: null,
    before: heardOf(call, command.type),
    answeredAt: null,
  };
  return { ...call, commands: [...call.commands, record].slice(-keptCommands) };
}

function withPhase(
  call: Call,
  event: Envelope,
  phase: CallCommandRecord['phase'],
  refusal: CallCommandRecord['refusal'],
): Call {
  const commands = call.commands.map((record) =>
    record.commandId === event.commandId && record.phase === 'sent'
      ? { ...record, phase, refusal, answeredAt: event.receivedAt }
      : record,
  );
  return { ...call, commands };
}

/** Judges the commands by the webhooks that have come, in whatever order they came. */
function settled(call: Call): Call {
  const commands = call.commands.map((record) => judged(call, record));
  const isChanged = commands.some((record, i) => record !== call.commands[i]);
  return isChanged ? { ...call, commands } : call;
}

function withHearer(call: Call, stream: StreamName): Call {
  if (call.hearers.includes(stream)) return call;
  return { ...call, hearers: [...call.hearers, stream].sort() };
}

function identified(call: Call, identity: LegIdentity): Call {
  const known = withIds(call, identity);
  const party = mergedParty(known.party, identity.party);
  return party === known.party ? known : { ...known, party };
}

function withIds(
  call: Call,
  ids: {
    readonly callLegId: string | null;
    readonly callSessionId?: string | null;
    readonly connectionId: string | null;
  },
): Call {
  const callLegId = call.callLegId ?? ids.callLegId;
  const callSessionId = call.callSessionId ?? ids.callSessionId ?? null;
  const connectionId = call.connectionId ?? ids.connectionId;
  const isSame =
    callLegId === call.callLegId &&
    callSessionId === call.callSessionId &&
    connectionId === call.connectionId;
  return isSame ? call : { ...call, callLegId, callSessionId, connectionId };
}
