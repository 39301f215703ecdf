import type { DialOptions, Entrance, InviteFields } from '@/lib/domain/conference/command-fields';
import type { CommandId, ConferenceId } from '@/lib/domain/ids';
import type { Actor } from '@/lib/domain/event';
import type { CommandOrigin, JobRecord } from '@/server/log/ports';

/** The kind of job that calls one number and brings whoever answers in. */
export const invitationKind = 'conference.invitation';

/** What such a job holds. */
export interface InvitationBody {
  readonly conferenceId: ConferenceId;
  readonly invitationId: string;
  readonly to: string;
  readonly connectionId: string;
  readonly dial: DialOptions;
  readonly entrance: Entrance;
  readonly actor: Actor;
  readonly origin: CommandOrigin | null;
}

/** One job for each number of a list, in its order. */
export function invitationJobs(
  conferenceId: ConferenceId,
  connectionId: string,
  asked: {
    readonly commandId: CommandId;
    readonly fields: InviteFields;
    readonly actor: Actor;
    readonly origin: CommandOrigin | null;
  },
): Omit<JobRecord, 'tries'>[] {
  const { commandId, actor, origin } = asked;
  const { numbers, from, fromDisplayName, timeoutSecs, timeLimitSecs, clientState, ...entrance } =
    asked.fields;
  const dial = { from, fromDisplayName, timeoutSecs, timeLimitSecs, clientState };
  return numbers.map(({ to }, i) => {
    const invitationId = `${commandId}-${i}`;
    const body: InvitationBody = {
      ...{ conferenceId, invitationId, to, connectionId, dial, entrance, actor, origin },
    };
    return { kind: invitationKind, key: invitationId, body, priority: 0, dueAt: 0 };
  });
}
