import { randomUUID } from 'node:crypto';
import type { Conference } from '@/lib/domain/conference/conference';
import { toMuteOnEntry } from '@/lib/domain/conference/people';
import { type CommandId, type ConferenceId, conferenceStream } from '@/lib/domain/ids';
import type { Micros } from '@/lib/domain/stamp';
import type { JobWorker } from '@/server/jobs/run-jobs';
import type { Announcement, Log } from '@/server/log/log';
import { type ConferenceCommandParts, runConferenceCommand } from './run-conference-command';

/** The kind of job that mutes who has come in since muting on entry was set. */
export const muteOnEntryKind = 'conference.muteOnEntry';

// A burst of joins is one command.
const gathering: Micros = 100_000;

/**
 * Asks for a mute when somebody comes into a conference that mutes on entry. Hand `follow` to
 * `log.follow`; `askAll` looks where somebody may have come in while nobody followed.
 */
export function watchEntries(log: Log, now: () => Micros) {
  const ask = (id: ConferenceId, conference: Conference) => {
    if (toMuteOnEntry(conference).length === 0) return;
    const dueAt = now() + gathering;
    log
      .submit({
        streams: [],
        run: (batch) => {
          batch.addJob({ kind: muteOnEntryKind, key: id, body: null, priority: 0, dueAt });
        },
      })
      // The next who comes in asks again.
      .catch(() => undefined);
  };
  return {
    askAll: () => {
      for (const name of log.liveNames()) {
        if (!name.startsWith('conference:')) continue;
        const id = name.slice('conference:'.length) as ConferenceId;
        const view = log.peek(conferenceStream(id));
        if (view !== undefined) ask(id, view.state);
      }
    },
    follow: ({ name, events, state, isLive }: Announcement) => {
      if (!isLive || !name.startsWith('conference:')) return;
      const conference = state as Conference;
      if (conference.muteOnEntry === null) return;
      if (events.some(({ type }) => type === 'participant.joined')) ask(conference.id, conference);
    },
  };
}

/** Mutes who has come in, in the name of whoever set it. */
export function createMuteOnEntryWorker(parts: ConferenceCommandParts): JobWorker {
  return async ({ key }) => {
    const id = key as ConferenceId;
    const conference = (await parts.log.read(conferenceStream(id)))?.state;
    const actor = conference?.muteOnEntry?.actor ?? null;
    const legs = conference === undefined ? [] : toMuteOnEntry(conference);
    if (actor === null || legs.length === 0) return { kind: 'done' };
    const commandId = `entry-${randomUUID()}` as CommandId;
    const command = { type: 'participants.mute', fields: { legs } } as const;
    await runConferenceCommand(parts, id, { commandId, command, actor, origin: null });
    return { kind: 'done' };
  };
}
