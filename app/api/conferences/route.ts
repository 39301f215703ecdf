import { createConferenceSchema } from '@/lib/contract/command';
import { listConferencesSchema } from '@/lib/contract/http';
import { watchingNeeds } from '@/lib/contract/hub';
import type { ConferenceRow } from '@/lib/contract/rows';
import { shownConferenceRow } from '@/lib/contract/shown';
import { type CreationCommand, creationNeeds } from '@/lib/domain/creation/command';
import { commandResponse } from '@/server/http/command-response';
import { allow } from '@/server/http/current-actor';
import { handle, readBody, readQuery } from '@/server/http/handle';
import { HttpProblem } from '@/server/http/http-problem';

/** Lists conferences: those that are live now, or those that have ended, searched and paged. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, { sight }) => {
    const { status, q, cursor, limit } = readQuery(request, listConferencesSchema);
    const shown = (row: ConferenceRow) => shownConferenceRow(row, sight);
    if (status === 'ended') {
      const { items, nextCursor } = await conferences.ended({ q, cursor, limit });
      return { items: items.map(shown), nextCursor };
    }
    if (cursor !== undefined) {
      throw new HttpProblem(
        'bad-request',
        'All live conferences are on one page: leave cursor out',
      );
    }
    const wanted = q?.toLowerCase() ?? '';
    const items = conferences
      .live()
      .map(shown)
      .filter(({ name, id }) => (name ?? id).toLowerCase().includes(wanted));
    return { items, nextCursor: null };
  });
}

/** Makes a conference around a live call, or dials somebody for it; see `creations` for the rest. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, watchingNeeds.conference, async ({ conferences }, asker) => {
    const { commandId, command } = await readBody(request, createConferenceSchema);
    asker.does({ action: command.type, conference: null, isCommand: true });
    allow(asker, creationNeeds.create);
    if (command.fields.to !== undefined) allow(asker, creationNeeds.dial);
    if ((await conferences.creation(commandId)) === null)
      refuseTakenName(conferences.live(), command);
    const { actor, origin } = asker;
    const outcome = await conferences.create({ commandId, command, actor, origin });
    const made = await conferences.creation(commandId);
    const { conferenceId = null, callControlId = null } = made?.state ?? {};
    const more = { conferenceId, callControlId };
    return commandResponse(commandId, 'creation', outcome, asker.sight, more);
  });
}

// The carrier tells only once somebody was called for it (DOMAIN §4.2).
function refuseTakenName(live: readonly ConferenceRow[], { fields }: CreationCommand): void {
  if (!live.some(({ name }) => name === fields.name)) return;
  const message = 'A live conference has this name: choose another, or wait until it has ended';
  const errors = [{ path: 'command.fields.name', message }];
  throw new HttpProblem('bad-request', message, { errors });
}
