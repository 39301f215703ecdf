import { type Conference, participantOf } from '@/lib/domain/conference/conference';
import type { Actor } from '@/lib/domain/event';
import {
  callStream,
  type CommandId,
  conferenceStream,
  type StreamName,
  supervisionStream,
} from '@/lib/domain/ids';
import { farEnd, type Party } from '@/lib/domain/party';
import type { Micros } from '@/lib/domain/stamp';
import type { StartFields } from '@/lib/domain/supervision/command';
import {
  ownNumberOf,
  refusalToStart,
  refusalToSwitch,
  type SupervisedPlace,
} from '@/lib/domain/supervision/decide';
import type { AskedSupervision } from '@/lib/domain/supervision/event';
import { isOver } from '@/lib/domain/supervision/supervision';
import type { Log } from '@/server/log/log';
import { type CommandBooks, runCommand } from '@/server/log/run-command';
import type { Supervisions, SupervisorPhones } from './ports';
import { supervisionJob } from './supervision-job';

/** What the commands of supervision need. */
export interface SupervisionCommandParts extends CommandBooks {
  readonly phones: SupervisorPhones;
  /** The application that Rostrum dials from where a conference tells none; null without one. */
  readonly connectionId: string | null;
  readonly now: () => Micros;
}

/** Begins sessions of supervision and takes what is asked of them; jobs carry it out. */
export function createSupervisions(parts: SupervisionCommandParts): Supervisions {
  const { log, phones, now } = parts;
  return {
    phones,
    unsaid: async (actor, { to, from, ...fields }) => {
      if (to === undefined && (await phones.of(actor.userId)) === null) return 'to';
      const whom = whomOf(placeOf(log, fields), fields);
      return from === undefined && whom !== null && whom.ownNumber === null ? 'from' : null;
    },
    read: (id) => log.read(supervisionStream(id)),
    start: async (request) => {
      const { commandId, command, actor } = request;
      const phone = command.fields.to ?? (await phones.of(actor.userId)) ?? '';
      return runCommand(parts, {
        ...request,
        stream: supervisionStream(commandId),
        now: now(),
        // What is in memory is read inside the commit: two sessions asked for at once are one.
        decide: () => {
          const place = placeOf(log, command.fields);
          const code = refusalToStart(place, command.fields, isSupervising(log, actor));
          if (code !== null) return { ok: false, code };
          return connectionOf(parts, place) === null
            ? { ok: false, code: 'no-application' }
            : { ok: true, command };
        },
        ownFacts: (_, { fields }) => [
          { type: 'supervision.asked', data: askedOf(parts, fields, phone) },
        ],
        carry: notForTheCarrier,
        jobsAfter: () => [supervisionJob(commandId, now())],
      });
    },
    run: async (id, request) => {
      const stream = supervisionStream(id);
      const view = await log.read(stream);
      if (view === null) return null;
      const { command } = request;
      return runCommand(parts, {
        ...request,
        stream,
        now: now(),
        decide: (session) => {
          const conferenceId = session.asked?.conferenceId ?? null;
          const conference =
            conferenceId === null ? undefined : log.peek(conferenceStream(conferenceId))?.state;
          const code =
            command.type === 'supervision.switchRole'
              ? refusalToSwitch(session, conference, command.fields)
              : isOver(session)
                ? 'call-ended'
                : null;
          return code === null ? { ok: true, command } : { ok: false, code };
        },
        ownFacts: (_, asked) =>
          asked.type === 'supervision.switchRole'
            ? [{ type: 'supervision.roleAsked', data: asked.fields }]
            : [{ type: 'supervision.stopAsked', data: {} }],
        carry: notForTheCarrier,
        jobsAfter: () => [supervisionJob(id, now())],
      });
    },
  };
}

function notForTheCarrier(): never {
  throw new Error('A session asks the carrier by its job');
}

function placeOf(
  log: Pick<Log, 'peek'>,
  { conferenceId, whom }: Pick<StartFields, 'conferenceId' | 'whom'>,
): SupervisedPlace {
  if (conferenceId === undefined) {
    return { kind: 'call', call: log.peek(callStream(whom))?.state };
  }
  return { kind: 'conference', conference: log.peek(conferenceStream(conferenceId))?.state };
}

/** One phone listens to one place: whoever supervises ends that first. */
function isSupervising(log: Pick<Log, 'liveNames' | 'peek'>, { userId }: Actor): boolean {
  return log.liveNames().some((name: StreamName) => {
    if (!name.startsWith('supervision:')) return false;
    const id = name.slice('supervision:'.length) as CommandId;
    const session = log.peek(supervisionStream(id))?.state;
    return session?.actor?.userId === userId && !isOver(session);
  });
}

function askedOf(
  parts: SupervisionCommandParts,
  { conferenceId, whom, role, whisperTo, timeoutSecs, from }: StartFields,
  to: string,
): AskedSupervision {
  const place = placeOf(parts.log, { conferenceId, whom });
  const known = whomOf(place, { whom });
  const conference = place.kind === 'conference' ? place.conference : undefined;
  return {
    conferenceId: conferenceId ?? null,
    conferenceName: conference?.description?.name ?? null,
    whom,
    whomName: known?.name ?? null,
    to,
    from: from ?? known?.ownNumber ?? '',
    connectionId: connectionOf(parts, place) ?? '',
    timeoutSecs,
    role,
    whisperTo,
  };
}

function whomOf(
  place: SupervisedPlace,
  { whom }: Pick<StartFields, 'whom'>,
): { readonly name: string | null; readonly ownNumber: string | null } | null {
  const participant =
    place.kind === 'conference' && place.conference !== undefined
      ? participantOf(place.conference, whom)
      : undefined;
  const party = place.kind === 'call' ? place.call?.party : participant?.party;
  if (party === undefined) return null;
  return { name: participant?.label ?? nameIn(party), ownNumber: ownNumberOf(party) };
}

function nameIn(party: Party): string | null {
  const name = party.callerName?.trim() ?? '';
  return name === '' ? farEnd(party) : name;
}

function connectionOf(
  { connectionId }: SupervisionCommandParts,
  place: SupervisedPlace,
): string | null {
  if (place.kind === 'call') return place.call?.connectionId ?? connectionId;
  return (place.conference === undefined ? null : ofConference(place.conference)) ?? connectionId;
}

function ofConference({ description, created }: Conference): string | null {
  return description?.connectionId ?? created?.value.connectionId ?? null;
}
